"""What somebody typed outlives an expired form, an ended visit and a busy database."""

from collections.abc import Mapping

import pytest
from flask import Flask, redirect, request
from flask.testing import FlaskClient
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from werkzeug.test import TestResponse

from lms import config as settings, db as house
from lms.accounts import passwords
from lms.accounts.models import User
from lms.extensions import db
from tests import pages
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.own_app

HERE = {"Origin": "http://localhost"}
EMAIL, PASSWORD = "awa@example.org", "some words in a row"
TYPED = {"name": "Fanta Exemple", "remark": "two lines\nof text"}


@pytest.fixture
def path(app: Flask) -> str:
    """Return the address of a form that gives an account another name."""
    with app.app_context():
        user_id = UserFactory.create().id

    def form() -> ResponseReturnValue:
        if request.method == "POST":
            user = db.session.get_one(User, user_id, with_for_update=True)
            user.name = request.form["name"]
            db.session.commit()
        return redirect("/account")

    app.add_url_rule("/form", view_func=form, methods=["GET", "POST"])
    app.add_url_rule("/act", view_func=form, methods=["POST"], endpoint="act")
    return "/form"


@pytest.fixture
def member(app: Flask, path: str) -> FlaskClient:
    """Return the browser of somebody of the team; from here on forms need their tokens."""
    del path  # what an application answers is settled before it is first asked
    with app.app_context():
        stored = passwords.hashed(PASSWORD)
        UserFactory.create(email=EMAIL, password_hash=stored)
    client = app.test_client()
    sign_in(client)
    app.config["WTF_CSRF_ENABLED"] = True
    return client


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait for a lock as long as they would."""
    monkeypatch.setattr(settings, "PATIENCE", "100ms")
    pragmas = ("busy_timeout = 100", *house.SQLITE_PRAGMAS[1:])
    monkeypatch.setattr(house, "SQLITE_PRAGMAS", pragmas)


def sign_in(client: FlaskClient) -> TestResponse:
    """Come in through the form, with the token it holds."""
    token = held(client.get("/sign-in")).get("csrf_token", "")
    data = {"email": EMAIL, "password": PASSWORD, "csrf_token": token}
    return client.post("/sign-in", data=data)


def held(page: TestResponse) -> dict[str, str]:
    """Return what the form of a page would send as it stands."""
    found = pages.read(page).findall(".//main//form//input")
    return {it.get("name", ""): it.get("value", "") for it in found if it.get("name")}


def press(client: FlaskClient, path: str, typed: Mapping[str, str]) -> TestResponse:
    return client.post(path, data=typed, headers=HERE)


def is_changed(app: Flask) -> bool:
    with app.app_context():
        return "Fanta Exemple" in db.session.scalars(select(User.name)).all()


def test_an_expired_form_keeps_what_was_typed_and_takes_it_the_second_time(
    app: Flask, member: FlaskClient, path: str
) -> None:
    page = press(member, path, TYPED | {"csrf_token": "stale"})
    assert page.status_code == 400
    assert "The form has expired" in page.text
    assert "You are no longer signed in" not in page.text
    assert held(page).items() >= TYPED.items()
    assert not is_changed(app)
    assert press(member, path, held(page)).status_code == 302
    assert is_changed(app)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_page_about_an_expired_form_is_whole(
    member: FlaskClient, path: str, locale: str
) -> None:
    member.set_cookie("locale", locale)
    pages.check(press(member, path, TYPED), locale=locale)


def test_what_was_typed_outlives_a_visit_that_ended(
    app: Flask, member: FlaskClient, path: str
) -> None:
    member.delete_cookie("session")  # as when a phone closes its browser
    member.set_cookie("locale", "en")
    page = press(member, path, TYPED)
    for _ in range(2):  # first without a token, then without a visit
        assert page.status_code == 400
        assert "You are no longer signed in" in page.text
        assert held(page).items() >= TYPED.items()
        page = press(member, path, held(page))
    assert sign_in(member).status_code == 302  # in another tab
    page = press(member, path, held(page))
    assert press(member, path, held(page)).status_code == 302
    assert is_changed(app)


def test_an_act_without_words_leads_a_stranger_to_the_way_in(
    stranger: FlaskClient, path: str
) -> None:
    answer = stranger.post("/act", headers=HERE)
    assert answer.location == "/sign-in?next=/", "an act cannot be opened as a page"
    assert stranger.post(path, headers=HERE).location == f"/sign-in?next={path}"


def test_no_password_is_kept_in_a_page(member: FlaskClient) -> None:
    page = press(member, "/account", {"password": PASSWORD, "new_password": PASSWORD})
    assert page.status_code == 400
    assert PASSWORD not in page.text


@pytest.mark.parametrize("headers", [{"Origin": "https://elsewhere.org"}, {}])
def test_a_foreign_form_is_not_sent_again(
    member: FlaskClient, path: str, headers: dict[str, str]
) -> None:
    page = member.post(path, data=TYPED, headers=headers)
    assert page.status_code == 400
    assert "Fanta" not in page.text


@pytest.mark.usefixtures("impatient")
def test_a_busy_database_keeps_what_was_typed_and_takes_it_the_second_time(
    app: Flask, member: FlaskClient, path: str
) -> None:
    typed = TYPED | {"csrf_token": held(member.get("/account"))["csrf_token"]}
    with app.app_context(), db.engine.begin() as other:
        other.execute(select(User).with_for_update())
        page = press(member, path, typed)
    assert page.status_code == 503
    pages.check(page, locale="en")
    assert "Your turn did not come in time." in page.text
    assert held(page).items() >= TYPED.items()
    assert press(member, path, held(page)).status_code == 302
    assert is_changed(app)
