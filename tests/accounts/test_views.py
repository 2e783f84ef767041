from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from lms.accounts import passwords
from lms.accounts.actors import Role
from lms.accounts.models import User, WrongGuess
from lms.extensions import db
from lms.http import PARTICIPATION_KEY
from tests import pages
from tests.conftest import Browse
from tests.factories.accounts import UserFactory

EMAIL, PASSWORD, WRONG = "awa@example.org", "some words in a row", "other words altogether"
NEW = "quite new words"
every_language = pytest.mark.parametrize("locale", ["fr", "en"])


@pytest.fixture
def user_id(app: Flask) -> int:
    with app.app_context():
        stored = passwords.hashed(PASSWORD)
        return int(UserFactory.create(email=EMAIL, password_hash=stored).id)


def sign_in(
    client: FlaskClient, password: str = PASSWORD, path: str = "/sign-in", **typed: str
) -> TestResponse:
    return client.post(path, data={"email": EMAIL, "password": password} | typed)


def change(client: FlaskClient, current: str = PASSWORD, new: str = NEW) -> TestResponse:
    data = {"password": current, "new_password": new, "new_password_again": new}
    return client.post("/account", data=data)


def is_in(client: FlaskClient) -> bool:
    return client.get("/account").status_code == 200


@every_language
def test_the_way_in_is_a_whole_page(stranger: FlaskClient, locale: str) -> None:
    answer = stranger.get("/sign-in", headers={"Accept-Language": locale})
    assert answer.status_code == 200
    pages.check(answer, locale=locale)


@pytest.mark.usefixtures("user_id")
def test_who_signs_in_gets_to_the_page_they_wanted(stranger: FlaskClient) -> None:
    wanted = stranger.get("/sessions/?state=open").location
    answer = sign_in(stranger, path=wanted)
    assert (answer.status_code, answer.location) == (302, "/sessions/?state=open")
    assert is_in(stranger)


@pytest.mark.usefixtures("user_id")
@pytest.mark.parametrize(
    "wanted", ["https://elsewhere.org/", "//elsewhere.org", "/\\elsewhere.org"]
)
def test_nobody_is_led_elsewhere(stranger: FlaskClient, wanted: str) -> None:
    assert sign_in(stranger, path=f"/sign-in?next={wanted}").location == "/"


@pytest.mark.usefixtures("user_id")
def test_a_wrong_pair_opens_nothing_and_keeps_the_address(stranger: FlaskClient) -> None:
    answer = sign_in(stranger, WRONG)
    assert answer.status_code == 422
    assert "Address and password do not belong together" in answer.text
    assert f'value="{EMAIL}"' in answer.text
    assert WRONG not in answer.text
    assert not is_in(stranger)


@pytest.mark.usefixtures("user_id")
def test_a_wrong_pair_is_counted_for_good(app: Flask, stranger: FlaskClient) -> None:
    sign_in(stranger, WRONG)
    with app.app_context():
        assert len(db.session.scalars(select(WrongGuess)).all()) == 1


@pytest.mark.usefixtures("user_id")
@pytest.mark.parametrize(
    ("locale", "said"), [("en", "Wait 15 minutes"), ("fr", "Attendez 15 minutes")]
)
def test_after_ten_wrong_passwords_the_right_one_waits_and_is_told_how_long(
    stranger: FlaskClient, locale: str, said: str
) -> None:
    stranger.environ_base["HTTP_ACCEPT_LANGUAGE"] = locale
    for _ in range(10):
        sign_in(stranger, WRONG)
    answer = sign_in(stranger)
    assert answer.status_code == 422
    assert said in answer.text
    assert not is_in(stranger)


def test_an_empty_form_says_what_to_type(stranger: FlaskClient) -> None:
    answer = stranger.post("/sign-in")
    assert answer.status_code == 422
    assert "Type your password." in answer.text


def test_who_is_in_is_not_asked_again(browse: Browse) -> None:
    assert browse().get("/sign-in?next=/sessions/").location == "/sessions/"


@pytest.mark.usefixtures("user_id")
def test_a_visit_ends_with_the_browser_unless_asked_to_stay(
    app: Flask, stranger: FlaskClient
) -> None:
    sign_in(stranger)
    cookie = stranger.get_cookie("session")
    assert cookie is not None
    assert cookie.expires is None
    other = app.test_client()
    sign_in(other, stay="y")
    cookie = other.get_cookie("session")
    assert cookie is not None
    assert cookie.expires is not None
    left = cookie.expires - datetime.now(UTC)
    assert timedelta(hours=11) < left <= timedelta(hours=12)


@pytest.mark.usefixtures("user_id")
def test_who_signs_in_ends_the_visit_of_a_participant(stranger: FlaskClient) -> None:
    with stranger.session_transaction() as visit:
        visit[PARTICIPATION_KEY] = 7
    sign_in(stranger)
    with stranger.session_transaction() as visit:
        assert PARTICIPATION_KEY not in visit


def test_signing_out_leaves_nothing_of_the_visit(browse: Browse) -> None:
    client = browse()
    with client.session_transaction() as visit:
        visit["people_words"] = "Awa"
    answer = client.post("/sign-out", follow_redirects=True)
    assert "You are signed out." in answer.text
    with client.session_transaction() as visit:
        assert "people_words" not in visit
    assert not is_in(client)


def test_a_link_signs_nobody_out(browse: Browse) -> None:
    client = browse()
    assert client.get("/sign-out").status_code == 405
    assert is_in(client)


def test_a_disabled_account_is_out_at_its_next_request(
    app: Flask, stranger: FlaskClient, user_id: int
) -> None:
    sign_in(stranger)
    with app.app_context():
        db.session.get_one(User, user_id).active = False
        db.session.commit()
    assert not is_in(stranger)


@every_language
def test_an_account_sees_itself(browse: Browse, locale: str) -> None:
    answer = browse(role=Role.UNIT_HEAD, locale=locale).get("/account")
    page = pages.check(answer, locale=locale)
    assert "Awa Exemple" in pages.text(pages.one(page, "main"))


@pytest.mark.usefixtures("user_id")
def test_a_new_password_keeps_this_device_and_signs_out_the_others(
    app: Flask, stranger: FlaskClient
) -> None:
    other = app.test_client()
    for client in (stranger, other):
        sign_in(client)
    answer = change(stranger)
    assert answer.location == "/account"
    assert "Your password is changed." in stranger.get("/account").text
    assert not is_in(other)
    assert sign_in(other, NEW).status_code == 302


@pytest.mark.usefixtures("user_id")
def test_a_new_password_does_not_shorten_a_visit_that_stays(stranger: FlaskClient) -> None:
    sign_in(stranger, stay="y")
    change(stranger)
    cookie = stranger.get_cookie("session")
    assert cookie is not None
    assert cookie.expires is not None


@pytest.mark.usefixtures("user_id")
@pytest.mark.parametrize(
    ("current", "new", "said"),
    [
        (WRONG, NEW, "This is not your present password. Nothing was changed."),
        (PASSWORD, "short", "A password has at least 12 characters."),
    ],
)
def test_a_password_that_cannot_be_changed_stays(
    stranger: FlaskClient, current: str, new: str, said: str
) -> None:
    sign_in(stranger)
    answer = change(stranger, current, new)
    assert answer.status_code == 422
    assert said in answer.text
    assert sign_in(stranger).status_code == 302
