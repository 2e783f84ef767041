from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from lms.accounts.actors import ActorKind, Role
from lms.accounts.cli import create_admin
from lms.accounts.models import AuditEntry, User
from lms.accounts.services import sign_in
from lms.extensions import db
from tests.factories.accounts import UserFactory

NOW = datetime(2014, 3, 12, 9, tzinfo=UTC)
PASSWORD = "some words in a row"


def created(app: Flask, *words: str, typed: str = f"{PASSWORD}\n{PASSWORD}\n") -> tuple[int, str]:
    """Return how the command ended and what it said."""
    answer = app.test_cli_runner().invoke(create_admin, words, input=typed)
    return answer.exit_code, answer.output


def stored(app: Flask) -> list[tuple[str, str, Role]]:
    with app.app_context():
        return [(it.email, it.name, it.role) for it in db.session.scalars(select(User))]


def test_the_first_administrator_can_sign_in(app: Flask) -> None:
    assert created(app, " Awa@example.org")[0] == 0
    with app.app_context():
        user = sign_in(email="awa@example.org", password=PASSWORD, now=NOW)
        assert user.role is Role.ADMINISTRATOR
        (entry,) = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "user:create"))
        assert entry.actor_kind is ActorKind.SYSTEM


@pytest.mark.parametrize(
    ("words", "name"), [((), "awa"), (("--name", "Awa Exemple"), "Awa Exemple")]
)
def test_an_administrator_is_called_by_their_name_or_their_address(
    app: Flask, words: tuple[str, ...], name: str
) -> None:
    created(app, "awa@example.org", *words)
    assert stored(app) == [("awa@example.org", name, Role.ADMINISTRATOR)]


def test_the_password_is_not_shown(app: Flask) -> None:
    assert PASSWORD not in created(app, "awa@example.org")[1]


@pytest.mark.parametrize("email", ["awa", "awa@example", "@example.org", "awa@"])
def test_what_is_no_address_is_refused_before_a_password_is_asked_for(
    app: Flask, email: str
) -> None:
    status, said = created(app, email)
    assert status == 1
    assert "awa@example.org" in said
    assert "Mot de passe" not in said
    assert stored(app) == []


@pytest.mark.parametrize(
    ("password", "said"), [("a" * 11, "au moins 12 caractères"), ("a" * 201, "trop long")]
)
def test_a_password_of_unfitting_length_is_refused(app: Flask, password: str, said: str) -> None:
    answer = created(app, "awa@example.org", typed=f"{password}\n{password}\n")
    assert answer[0] == 1
    assert said in answer[1]
    assert stored(app) == []


def test_an_address_that_has_an_account_is_left_alone(app: Flask) -> None:
    with app.app_context():
        UserFactory.create(email="awa@example.org", name="Awa Exemple")
    status, said = created(app, "AWA@example.org")
    assert status == 1
    assert "compte" in said
    assert stored(app) == [("awa@example.org", "Awa Exemple", Role.TRAINER)]


def test_the_command_speaks_the_language_of_the_terminal(app: Flask) -> None:
    app.config["COMMAND_LOCALE"] = "en"
    assert "The administrator can sign in." in created(app, "awa@example.org")[1]
