import pytest
from flask import Flask, session as visit
from flask_login import login_user

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.current import command_actor, get_actor, load_user
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.http import PARTICIPATION_KEY
from tests.factories.accounts import UserFactory

below_the_view = pytest.mark.usefixtures("database")


@below_the_view
def test_a_cookie_names_one_account() -> None:
    UserFactory.create()
    user = UserFactory.create()
    assert load_user(user.get_id()) == user


@below_the_view
def test_a_disabled_account_is_out() -> None:
    assert load_user(UserFactory.create(active=False).get_id()) is None


@below_the_view
def test_whoever_came_in_with_the_password_of_before_is_out() -> None:
    user = UserFactory.create(password_hash="one")
    cookie = user.get_id()
    user.password_hash = "other"
    db.session.commit()
    assert load_user(cookie) is None


@below_the_view
def test_the_number_of_an_account_alone_opens_nothing() -> None:
    assert load_user(str(UserFactory.create().id)) is None


@below_the_view
def test_an_account_that_is_gone_opens_nothing() -> None:
    assert load_user("9.0123456789abcdef") is None


@below_the_view
def test_the_account_is_read_while_somebody_writes() -> None:
    cookie = UserFactory.create().get_id()
    db.session.rollback()  # it looked the account up
    with db.engine.begin():
        assert load_user(cookie) is not None


def test_who_is_signed_in_acts_as_their_account(app: Flask) -> None:
    with app.test_request_context():
        user = UserFactory.create(role=Role.UNIT_HEAD, regions=["ML07"])
        login_user(user)
        assert get_actor() == user.actor


def test_the_holder_of_a_pass_code_acts_as_a_participant(app: Flask) -> None:
    with app.test_request_context():
        visit[PARTICIPATION_KEY] = 7
        assert get_actor() == Actor(kind=ActorKind.PARTICIPANT, id=7, role=Role.PARTICIPANT)


def test_a_stranger_does_not_act(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(NotAllowed):
        get_actor()


@below_the_view
def test_a_command_acts_as_the_system_unless_told_otherwise() -> None:
    assert command_actor(None) is SYSTEM


@below_the_view
def test_a_command_acts_as_the_account_it_is_given() -> None:
    user = UserFactory.create(email="awa@example.org", role=Role.UNIT_HEAD)
    assert command_actor(" AWA@example.org") == user.actor


@below_the_view
@pytest.mark.parametrize("email", ["", "fanta@example.org", "moussa@example.org"])
def test_a_command_acts_as_nobody_who_is_not_there_or_disabled(email: str) -> None:
    UserFactory.create(email="moussa@example.org", active=False)
    with pytest.raises(NotFound):
        command_actor(email)
