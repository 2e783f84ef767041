import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from psycopg.errors import DiskFull
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import BadRequest, TooManyRequests

from lms.app import create_app
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from tests import pages
from tests.conftest import Browse, config_for
from tests.factories.accounts import UserFactory
from tests.factories.unit import UnitProfileFactory

pytestmark = pytest.mark.own_app

KINDS: list[tuple[Exception, int, str]] = [
    (NotAllowed("user:read"), 403, "Your account cannot do this"),
    (NotFound("user:1"), 404, "There is nothing at this address"),
    (TooManyRequests(), 429, "Too many attempts in a short time"),
    (BadRequest(), 400, "The request could not be read"),
    (RuntimeError(), 500, "Something broke on our side"),
    (OSError(errno.ENOSPC, "it"), 507, "The disk of the server is full"),
    (OperationalError("it", {}, DiskFull()), 507, "The disk of the server is full"),
]
every_kind = pytest.mark.parametrize(
    ("error", "status", "heading"), KINDS, ids=[str(it[1]) for it in KINDS]
)


def failing(app: Flask, error: Exception) -> str:
    """Return the address of a page that fails so."""

    def view() -> str:
        raise error

    app.add_url_rule("/failing", view_func=view, methods=["GET", "POST"])
    return "/failing"


def rename(app: Flask, table: str, new: str) -> None:
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text(f'ALTER TABLE "{table}" RENAME TO "{new}"'))


@contextmanager
def without(app: Flask, table: str) -> Iterator[None]:
    """Let a table be elsewhere while the block runs."""
    rename(app, table, "elsewhere")
    try:
        yield
    finally:
        rename(app, "elsewhere", table)


@every_kind
def test_each_kind_of_error_has_its_page_and_its_status(
    app: Flask, browse: Browse, error: Exception, status: int, heading: str
) -> None:
    answer = browse().get(failing(app, error))
    assert answer.status_code == status
    assert pages.text(pages.one(pages.check(answer, locale="en"), "h1")) == heading


@every_kind
def test_each_kind_is_told_in_french_to_who_reads_french(
    app: Flask, browse: Browse, error: Exception, status: int, heading: str
) -> None:
    answer = browse(locale="fr").get(failing(app, error))
    assert answer.status_code == status
    assert pages.text(pages.one(pages.check(answer, locale="fr"), "h1")) != heading


@every_kind
def test_every_failure_of_the_sample_mission_is_marked_as_such(
    app: Flask, browse: Browse, error: Exception, status: int, heading: str
) -> None:
    with app.app_context():
        UnitProfileFactory.create(is_sample=True)
    answer = browse().post(failing(app, error))
    assert (answer.status_code, heading in answer.text) == (status, True)
    assert "Sample data" in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/nowhere", 404), ("POST", "/healthz", 405)]
)
def test_an_address_that_leads_nowhere_says_so(
    browse: Browse, method: str, path: str, status: int
) -> None:
    answer = browse().open(path, method=method)
    assert answer.status_code == status
    assert "There is nothing at this address" in answer.text


def test_a_path_without_its_last_stroke_is_led_on(browse: Browse) -> None:
    answer = browse().get("/sessions")
    assert answer.status_code == 308
    assert answer.location.endswith("/sessions/")


def test_a_request_too_large_is_told_how_much_it_may_have(app: Flask, browse: Browse) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 2 * 1024 * 1024
    client = browse()
    answer = client.post("/account", data={"name": "a" * (2 * 1024 * 1024)})
    assert answer.status_code == 413
    page = pages.check(answer, locale="en")
    assert "A file may have 2 MB at most." in pages.text(page)
    assert pages.one(page, "main//a").get("href") == "/account"


def test_what_broke_is_logged_without_its_words(
    app: Flask, browse: Browse, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = browse().get(failing(app, RuntimeError("born in 1984")))
    logged = capsys.readouterr().err
    assert "request.broken" in logged
    assert "RuntimeError" in logged
    assert "born in 1984" not in logged + answer.text


def test_after_a_fault_of_the_database_the_page_still_asks_it(app: Flask, browse: Browse) -> None:
    with app.app_context():
        UnitProfileFactory.create(is_sample=True)

    def view() -> str:
        for _ in range(2):
            db.session.add(UserFactory.build(email="fanta@example.org"))
        db.session.flush()
        return ""

    app.add_url_rule("/twice", view_func=view, methods=["POST"])
    answer = browse().post("/twice")
    assert answer.status_code == 500
    assert "Sample data" in answer.text


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_page_is_made_although_nobody_can_be_recognised(app: Flask, locale: str) -> None:
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = locale
    with client.session_transaction() as visit:
        visit["_user_id"] = "1.0123456789abcdef"
    with without(app, "user"):
        answer = client.get("/sessions/")
    assert answer.status_code == 500
    pages.check(answer, locale=locale)


def test_a_page_is_made_although_the_shell_around_it_cannot(app: Flask, browse: Browse) -> None:
    client = browse()
    with without(app, "unit_profile"):
        answer = client.get("/sessions/")
    assert answer.status_code == 500
    pages.check(answer, locale="en")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("sqlite:////nowhere/lms.sqlite", 500),
        ("postgresql+psycopg://lms@127.0.0.1:1/lms", 503),
    ],
)
def test_a_page_is_made_although_the_database_is_out_of_reach(
    tmp_path: Path, address: str, status: int
) -> None:
    client = create_app(config_for(address, tmp_path)).test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    with client.session_transaction() as visit:
        visit["_user_id"] = "1.0123456789abcdef"
    answer = client.get("/sessions/")
    assert answer.status_code == status
    pages.check(answer, locale="en")
