"""Programs that carry tokens."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.accounts.actors import Role
from tests.factories.accounts import ApiTokenFactory, whole

Carry = Callable[..., FlaskClient]


@pytest.fixture
def carry(app: Flask) -> Carry:
    """Return a function that makes a program with a token of its own."""

    def program(
        *, role: Role = Role.UNIT_HEAD, locale: str = "en", **token: object
    ) -> FlaskClient:
        with app.app_context():
            made = ApiTokenFactory.create(user__role=role, **token)
            client = app.test_client()
            client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {whole(made)}"
        client.environ_base["HTTP_ACCEPT_LANGUAGE"] = locale
        return client

    return program
