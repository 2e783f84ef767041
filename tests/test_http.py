import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, strategies as st
from werkzeug.test import TestResponse

from lms import http
from lms.accounts.actors import Role
from lms.http import (
    LARGEST,
    PARTICIPANT_ENDPOINTS,
    PARTICIPATION_KEY,
    PUBLIC_ENDPOINTS,
    on_this_site,
)
from tests.conftest import Browse


def cache_of(answer: TestResponse) -> str:
    return answer.headers.get("Cache-Control", "")


@pytest.mark.parametrize(
    ("path", "led_to"),
    [
        ("/sessions/?state=open", "/sessions/?state=open"),
        ("/", "/"),
        ("", "/"),
        ("sessions/", "/"),
        ("https://elsewhere.org/", "/"),
        ("//elsewhere.org", "/"),
        ("/\\elsewhere.org", "/"),
        ("\\\\elsewhere.org", "/"),
        ("/\t/elsewhere.org", "/"),
        ("/\n/elsewhere.org", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_a_redirect_stays_on_this_site(path: str, led_to: str) -> None:
    assert on_this_site(path) == led_to


@given(st.text())
def test_whatever_is_asked_for_is_a_path_of_this_site(path: str) -> None:
    led_to = on_this_site(path)
    assert led_to in {path, "/"}
    assert led_to.startswith("/")
    assert not led_to.startswith(("//", "/\\"))


@pytest.mark.parametrize(
    ("method", "reads"), [("GET", True), ("HEAD", True), ("OPTIONS", True), ("POST", False)]
)
def test_only_a_page_that_is_read_does_not_wait_for_writers(
    app: Flask, method: str, reads: bool
) -> None:
    with app.test_request_context(method=method):
        assert http.only_reads() is reads


def test_a_command_may_write(app: Flask) -> None:
    with app.app_context():
        assert not http.only_reads()


def test_a_form_that_failed_only_reads_from_then_on(app: Flask) -> None:
    with app.test_request_context(method="POST"):
        assert not http.has_failed()
        http.fail()
        assert http.has_failed()
        assert http.only_reads()


def test_pages_are_open_by_name_only(app: Flask) -> None:
    known = set(app.view_functions)
    assert known >= PUBLIC_ENDPOINTS
    assert known >= PARTICIPANT_ENDPOINTS
    assert not PUBLIC_ENDPOINTS & PARTICIPANT_ENDPOINTS


def test_a_stranger_is_led_to_the_way_in_and_back(stranger: FlaskClient) -> None:
    answer = stranger.get("/sessions/?state=open")
    assert (answer.status_code, answer.location) == (302, "/sign-in?next=/sessions/?state%3Dopen")
    assert "Sign in to see this page." in stranger.get(answer.location).text


def test_the_holder_of_a_pass_code_sees_no_page_of_the_team(stranger: FlaskClient) -> None:
    with stranger.session_transaction() as visit:
        visit[PARTICIPATION_KEY] = 1
    assert stranger.get("/sessions/").location.startswith("/sign-in")


def test_an_address_that_leads_nowhere_says_so_to_everybody(stranger: FlaskClient) -> None:
    assert stranger.get("/nowhere").status_code == 404


@pytest.mark.own_app
def test_a_new_page_is_closed_to_strangers(app: Flask, stranger: FlaskClient) -> None:
    app.add_url_rule("/new", view_func=lambda: "secret")
    assert stranger.get("/new").status_code == 302


@pytest.mark.parametrize("path", ["/", "/sign-in", "/verify/", "/nowhere", "/sessions/"])
def test_no_page_is_kept_by_the_browser(stranger: FlaskClient, path: str) -> None:
    assert cache_of(stranger.get(path)) == "no-store"


def test_no_page_of_the_team_is_kept_by_the_browser(browse: Browse) -> None:
    assert cache_of(browse().get("/account")) == "no-store"


@pytest.mark.own_app
def test_a_view_that_says_how_long_its_answer_is_kept_knows_better(
    app: Flask, browse: Browse
) -> None:
    app.add_url_rule("/kept", view_func=lambda: ("page", {"Cache-Control": "max-age=60"}))
    assert cache_of(browse().get("/kept")) == "max-age=60"


@pytest.mark.own_app
def test_what_is_no_page_is_left_alone(app: Flask, browse: Browse) -> None:
    app.add_url_rule("/rows", view_func=lambda: ("a;b", {"Content-Type": "text/csv"}))
    assert cache_of(browse().get("/rows")) == ""


@pytest.mark.parametrize("digits", [str(2**31), str(2**63), "9" * 100, "9" * 5000], ids=len)
@pytest.mark.parametrize("path", ["sessions/{}", "courses/{}", "people/{}", "exports/{}/file"])
def test_a_number_that_no_row_can_have_leads_nowhere(
    browse: Browse, path: str, digits: str
) -> None:
    assert browse(role=Role.UNIT_HEAD).get(f"/{path.format(digits)}").status_code == 404


def test_the_largest_number_of_a_column_is_still_one(app: Flask) -> None:
    addresses = app.url_map.bind("localhost")
    assert addresses.test(f"/people/{LARGEST}")
    assert not addresses.test(f"/people/{LARGEST + 1}")
    assert not addresses.test("/reports/R-1\0")


@pytest.mark.parametrize("path", ["/reports/%00", "/api/v1/reports/%00"])
def test_a_word_that_no_database_holds_leads_nowhere(browse: Browse, path: str) -> None:
    assert browse(role=Role.UNIT_HEAD).get(path).status_code == 404


NAMES = ["endpoint=x", "_method=POST", "_scheme=x", "_anchor=x", "_external=1", "_other=1"]


@pytest.mark.parametrize("query", NAMES)
@pytest.mark.parametrize(
    "path", ["/figures/totals.pdf", "/exports/new", "/figures/facts", "/people/", "/figures/pivot"]
)
def test_names_of_ours_in_an_address_break_no_page(browse: Browse, path: str, query: str) -> None:
    assert browse(role=Role.UNIT_HEAD).get(f"{path}?{query}").status_code in {200, 302}
