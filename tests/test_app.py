from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import structlog
from flask import Flask, request
from flask.testing import FlaskClient
from sqlalchemy import select

from lms.accounts.actors import Role
from lms.accounts.models import User
from lms.app import create_app
from lms.extensions import db
from lms.http import PARTICIPATION_KEY
from tests.conftest import Browse, config_for
from tests.factories.accounts import UserFactory

BASE_URL = "https://formation.example.org"
FORWARDED = {
    "X-Forwarded-For": "192.0.2.1, 192.0.2.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "formation.example.org",
}


@pytest.fixture
def behind_a_proxy(app: Flask, tmp_path: Path) -> Iterator[Flask]:
    """Yield the application as it stands behind a proxy that adds TLS."""
    config = config_for(app.config["SQLALCHEMY_DATABASE_URI"], tmp_path)
    it = create_app(replace(config, BASE_URL=BASE_URL))
    yield it
    with it.app_context():
        db.engine.dispose()


def seen_by(app: Flask) -> str:
    """Return who asked for what, as the application sees a request that came through a proxy."""
    app.before_request(lambda: f"{request.remote_addr} {request.url}")
    return app.test_client().get("/sign-in", headers=FORWARDED).text


def policy_of(client: FlaskClient, path: str) -> dict[str, str]:
    """Return what a page may load, by kind."""
    header = client.get(path).headers["Content-Security-Policy"]
    return dict(it.strip().split(" ", 1) for it in header.split(";"))


@pytest.mark.parametrize("path", ["/sign-in", "/nowhere", "/healthz", "/account"])
def test_every_answer_loads_our_own_files_only(browse: Browse, path: str) -> None:
    policy = policy_of(browse(), path)
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert set(policy.values()) == {"'none'", "'self'"}


def test_every_answer_tells_the_browser_to_be_careful(stranger: FlaskClient) -> None:
    headers = stranger.get("/sign-in").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Permissions-Policy"] == "camera=(), microphone=(), geolocation=()"


def test_the_cookie_is_kept_from_scripts_and_other_sites(stranger: FlaskClient) -> None:
    with stranger.session_transaction() as visit:
        visit["a"] = 1
    stranger.get("/account")
    cookie = stranger.get_cookie("session")
    assert cookie is not None
    assert (cookie.http_only, cookie.same_site, cookie.secure) == (True, "Lax", False)


def test_behind_a_proxy_cookie_and_browser_are_kept_to_https(behind_a_proxy: Flask) -> None:
    client = behind_a_proxy.test_client()
    answer = client.get("/account", headers=FORWARDED, base_url=BASE_URL)
    cookie = client.get_cookie("session", "formation.example.org")
    assert cookie is not None
    assert cookie.secure
    assert "max-age" in answer.headers["Strict-Transport-Security"]


def test_without_tls_no_browser_is_kept_to_it(stranger: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in stranger.get("/sign-in").headers


def test_behind_a_proxy_the_asker_is_who_the_proxy_saw(behind_a_proxy: Flask) -> None:
    assert seen_by(behind_a_proxy) == f"192.0.2.7 {BASE_URL}/sign-in"


@pytest.mark.own_app
def test_without_a_proxy_nobody_is_believed_to_be_another(app: Flask) -> None:
    assert seen_by(app) == "127.0.0.1 http://localhost/sign-in"


def test_only_writers_wait_for_writers(app: Flask, browse: Browse) -> None:
    client = browse(role=Role.ADMINISTRATOR)
    with app.app_context():
        engine = db.engine
    with engine.execution_options(reads_only=True).connect() as reader:
        reader.execute(select(User)).all()
        with app.app_context():
            UserFactory.create()  # commits beside the open reader
    with engine.begin():  # outside a request it begins as a writer
        assert client.get("/accounts/").status_code == 200
        assert client.post("/sign-out").status_code == 302, "reading the account waited"


def test_the_cookie_of_a_participant_is_not_that_of_an_account(app: Flask) -> None:
    client = app.test_client()
    with app.app_context():
        user = UserFactory.create(role=Role.ADMINISTRATOR)
        with client.session_transaction() as visit:
            visit[PARTICIPATION_KEY] = user.id
    assert client.get("/accounts/").location.startswith("/sign-in")
    assert client.get("/account").location.startswith("/sign-in")


@pytest.mark.own_app
def test_the_lines_of_a_request_share_its_number(
    app: Flask, browse: Browse, capsys: pytest.CaptureFixture[str]
) -> None:
    client, log = browse(), structlog.get_logger(__name__)

    def view() -> str:
        log.info("begun")
        log.info("ended")
        return ""

    app.add_url_rule("/logged", view_func=view)
    client.get("/logged")
    client.get("/logged")
    numbers = [
        line.partition('"request_id": "')[2][:32] for line in capsys.readouterr().err.splitlines()
    ]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    assert all(len(it) == 32 for it in numbers)


@pytest.mark.own_app
def test_the_lines_of_a_request_hold_nothing_of_the_one_before(
    app: Flask, browse: Browse, capsys: pytest.CaptureFixture[str]
) -> None:
    def view() -> str:
        structlog.get_logger(__name__).info("begun")
        structlog.contextvars.bind_contextvars(training_session="training_session:1")
        return ""

    app.add_url_rule("/logged", view_func=view)
    client = browse()
    client.get("/logged")
    client.get("/logged")
    assert "training_session:1" not in capsys.readouterr().err
