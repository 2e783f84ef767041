import pytest
from flask import Flask

from lms.accounts.tokens import bearer
from lms.accounts.tokens.errors import NoToken, OutOfScope
from lms.accounts.tokens.kinds import Scope
from tests.factories.accounts import ApiTokenFactory, whole


def test_the_owner_of_the_token_acts(app: Flask) -> None:
    with app.app_context():
        token = ApiTokenFactory.create(scopes=["figures"])
        header, owner = f"Bearer {whole(token)}", token.user.actor
    with app.test_request_context(headers={"Authorization": header}):
        assert bearer.admit().actor == owner
        assert bearer.require_scope(Scope.FIGURES).actor == owner
        with pytest.raises(OutOfScope):
            bearer.require_scope(Scope.FACTS)


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x", "Basic a2FsOng=", "Bearer é"])
def test_without_a_token_nobody_does(app: Flask, header: str) -> None:
    headers = {"Authorization": header}
    with app.test_request_context(headers=headers), pytest.raises(NoToken):
        bearer.admit()
