from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_login import login_user
from werkzeug.datastructures import FileStorage

from lms.accounts.actors import Role
from lms.web import shell
from tests.conftest import Browse
from tests.factories.accounts import UserFactory
from tests.factories.sessions import TrainingSessionFactory
from tests.factories.unit import UnitProfileFactory
from tests.pages import one, read, text

HERE = {"Origin": "http://localhost"}


def links(page: Element, path: str) -> dict[str, str | None]:
    """Return the links inside ``path`` by their words."""
    return {text(link): link.get("href") for link in page.findall(f".//{path}//a")}


def test_a_stranger_has_a_language_and_a_way_to_verify_and_no_menu(stranger: FlaskClient) -> None:
    page = read(stranger.get("/"))
    assert page.find(".//nav") is None
    assert links(page, "footer")["Verify a certificate"] == "/verify/"
    switch = {link.get("hreflang"): link for link in page.iter("a") if link.get("hreflang")}
    assert {code: link.get("href") for code, link in switch.items()} == {
        "fr": "/language/fr?to=/",
        "en": "/language/en?to=/",
    }
    assert switch["en"].get("aria-current") == "true"
    assert switch["fr"].get("aria-current") is None


def test_whoever_is_signed_in_finds_their_account_and_the_way_out(
    app: Flask, stranger: FlaskClient
) -> None:
    with app.app_context():
        client = app.test_client(user=UserFactory.create(name="Awa Exemple"))
    page = read(client.get("/", headers={"Accept-Language": "en"}))
    assert "Awa Exemple" in text(one(page, "header"))
    assert "/account" in links(page, "header").values()
    assert page.find(".//header//form[@action='/sign-out']") is not None
    assert "/sign-out" not in stranger.get("/").text


def test_the_unit_stands_under_every_page_in_the_language_of_the_reader(
    app: Flask, stranger: FlaskClient
) -> None:
    with app.app_context():
        UnitProfileFactory.create(name_fr="L’unité d’exemple", name_en="The sample unit")
    assert text(one(read(stranger.get("/verify/")), "footer")).startswith("The sample unit")
    french = stranger.get("/verify/", headers={"Accept-Language": "fr"})
    assert text(one(read(french), "footer")).startswith("L’unité d’exemple")


@pytest.mark.parametrize("sample", [True, False])
def test_sample_data_say_that_they_are(app: Flask, stranger: FlaskClient, *, sample: bool) -> None:
    with app.app_context():
        UnitProfileFactory.create(is_sample=sample)
    assert ("Sample data" in stranger.get("/").text) is sample


@pytest.mark.parametrize(("role", "shown"), [(Role.TRAINER, True), (Role.PARTICIPANT, False)])
def test_the_tabs_of_a_session_are_for_the_team(app: Flask, role: Role, *, shown: bool) -> None:
    with app.test_request_context():
        training_session = TrainingSessionFactory.create()
        assert shell.session_tabs(training_session, "sessions.overview") == []
        login_user(UserFactory.create(role=role))
        tabs = shell.session_tabs(training_session, "sessions.overview")
        current = [tab.href for tab in tabs if tab.current]
    assert current == ([f"/sessions/{training_session.id}"] if shown else [])


def test_a_change_of_the_list_goes_back_to_its_first_page(app: Flask) -> None:
    with app.test_request_context("/sessions/?q=gao&page=3&status=open"):
        assert shell.here(order="oldest") == "/sessions/?q=gao&status=open&order=oldest"
        assert shell.here(status=None) == "/sessions/?q=gao"


def test_the_next_page_of_a_list_keeps_what_was_asked(app: Flask) -> None:
    with app.test_request_context("/sessions/?q=gao&page=3&status=open"):
        assert shell.here(page=4) == "/sessions/?q=gao&page=4&status=open"


def test_an_address_below_an_object_keeps_the_object(app: Flask) -> None:
    with app.test_request_context("/lists/7?show=refused"):
        assert shell.here(page=2) == "/lists/7?show=refused&page=2"


@pytest.mark.parametrize(
    ("method", "path", "read_at"),
    [
        ("GET", "/sessions/?q=gao", "/sessions/?q=gao"),
        ("GET", "/sessions/", "/sessions/"),
        ("POST", "/sessions/7/close?x=1", "/sessions/7/close"),
        ("POST", "/sessions/7/step", "/"),
        ("GET", "/nowhere", "/"),
    ],
)
def test_the_language_switch_leads_back_to_what_can_be_read(
    app: Flask, method: str, path: str, read_at: str
) -> None:
    with app.test_request_context(path, method=method):
        assert shell.path_to_read() == read_at


def test_what_was_typed_is_offered_again_without_its_stale_token(app: Flask) -> None:
    typed = {"venue": "École d’exemple", "csrf_token": "stale", "day": ["1", "2"]}
    with app.test_request_context("/", method="POST", data=typed, headers=HERE):
        assert shell.to_send_again() == [
            ("venue", "École d’exemple"),
            ("day", "1"),
            ("day", "2"),
        ]


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://elsewhere.example"}])
def test_a_foreign_form_is_not_offered_again(app: Flask, headers: dict[str, str]) -> None:
    with app.test_request_context("/", method="POST", data={"venue": "x"}, headers=headers):
        assert shell.to_send_again() == []


def test_a_page_says_where_it_comes_from_when_the_browser_names_no_origin(app: Flask) -> None:
    headers = {"Referer": "http://localhost/sessions/new"}
    with app.test_request_context("/", method="POST", data={"venue": "x"}, headers=headers):
        assert shell.to_send_again() == [("venue", "x")]


@pytest.mark.parametrize("secret", ["password", "new_password"])
def test_a_password_is_never_written_into_a_page(app: Flask, secret: str) -> None:
    typed = {"email": "awa@example.org", secret: "three words in a row"}
    with app.test_request_context("/", method="POST", data=typed, headers=HERE):
        assert shell.to_send_again() == []


def test_a_file_cannot_be_kept_in_a_page(app: Flask) -> None:
    typed = {"category_id": "1", "file": FileStorage(filename="liste.csv")}
    with app.test_request_context("/", method="POST", data=typed, headers=HERE):
        assert shell.to_send_again() == []


def test_the_menu_marks_the_room_of_the_page(browse: Browse) -> None:
    page = read(browse(role=Role.UNIT_HEAD).get("/courses/"))
    (current,) = [
        text(link) for link in page.findall(".//nav//a") if link.get("aria-current") == "page"
    ]
    assert current == "Courses"


def test_this_address_passes_on_no_name_that_means_something_to_us(app: Flask) -> None:
    asked = "endpoint=x&_method=POST&_anchor=x&_scheme=x&_external=1&person_id=9&q=a"
    with app.test_request_context(f"/people/7?{asked}"):
        assert shell.here(page=2) == "/people/7?q=a&page=2"
