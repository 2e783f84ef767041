from datetime import UTC, datetime

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.accounts.tokens import labels
from tests.factories.accounts import ApiTokenFactory

NOW = datetime(2015, 8, 3, tzinfo=UTC)
BEFORE = datetime(2015, 7, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"expires_at": datetime(2015, 9, 1, tzinfo=UTC)}, "Until 1 September 2015"),
        ({"expires_at": datetime(2015, 8, 1, tzinfo=UTC)}, "Expired on 1 August 2015"),
        ({"revoked_at": datetime(2015, 8, 2, tzinfo=UTC)}, "Revoked on 2 August 2015"),
    ],
)
def test_a_token_says_what_has_become_of_it(
    app: Flask, changes: dict[str, datetime], said: str
) -> None:
    with app.app_context(), force_locale("en"):
        assert labels.state(ApiTokenFactory.create(created_at=BEFORE, **changes), NOW) == said


def test_a_token_says_what_it_may_read_and_when_it_did(app: Flask) -> None:
    with app.app_context(), force_locale("en"):
        token = ApiTokenFactory.create(scopes=["facts", "figures"])
        assert labels.scopes(token) == "figures, facts"
        assert labels.last_use(token) == "Never"
        token.last_used_at = NOW
        assert labels.last_use(token) == "3 August 2015"
