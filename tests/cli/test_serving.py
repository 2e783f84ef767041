"""`lms run` as somebody starts it: a process, a port, pages."""

import json
import re
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest
from flask import Flask

from lms.cli.serving import run
from tools.server import free_port, lms, running

EMAIL, PASSWORD = "awa@example.org", "some words in a row"
PATIENCE = 60.0
TOKEN = re.compile(r'name="csrf_token"[^>]* value="([^"]+)"')


@pytest.fixture
def browser() -> OpenerDirector:
    return build_opener(HTTPCookieProcessor(CookieJar()))


@pytest.fixture
def taken() -> Iterator[int]:
    """Yield a port on which another program listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def sign_in(browser: OpenerDirector, address: str, email: str, password: str) -> str:
    """Return the page that follows the form of the way in."""
    form = browser.open(f"{address}/sign-in").read().decode()
    (token,) = TOKEN.findall(form)
    typed = {"email": email, "password": password, "csrf_token": token}
    with browser.open(f"{address}/sign-in", urlencode(typed).encode()) as page:
        return str(page.read().decode())


def workers(home: Path) -> list[int]:
    """Return the numbers of the processes that are workers on the data of a home."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # ended meanwhile
            words = (folder / "cmdline").read_bytes().split(b"\0")
            ours = f"LMS_HOME={home}".encode() in (folder / "environ").read_bytes().split(b"\0")
            if ours and b"worker" in words:
                found.append(int(folder.name))
    return found


def said(home: Path) -> list[str]:
    """Return what the server answered on its terminal, a line each."""
    return (home / "server.out").read_text(encoding="utf-8").splitlines()


def logged(home: Path) -> list[str]:
    """Return the events the server logged."""
    lines = (home / "server.log").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["event"] for line in lines]


def test_the_first_start_builds_the_sample_mission_and_the_second_finds_it(
    tmp_path: Path, browser: OpenerDirector
) -> None:
    with running(tmp_path, "--with-sample", LC_ALL="en") as address:
        first = said(tmp_path)
        _role, email, password = first[2].rsplit(maxsplit=2)
        page = sign_in(browser, address, email, password)
    assert first[:2] == [
        "Building the sample mission. This takes less than a minute.",
        "Données d’exemple / Sample data",
    ]
    assert len(first) > 4
    assert first[-1] == address
    assert "/sign-out" in page
    assert logged(tmp_path) == ["user.signed_in"], "building logs nothing"
    with running(tmp_path, "--with-sample", LC_ALL="en") as address:
        assert said(tmp_path) == [*first[1:-1], address]


def test_the_pages_are_served_to_whoever_knows_an_account(
    tmp_path: Path, browser: OpenerDirector
) -> None:
    lms(tmp_path, "create-admin", EMAIL, typed=f"{PASSWORD}\n{PASSWORD}\n")
    with running(tmp_path) as address:
        assert said(tmp_path) == [address], "there is no sample mission"
        health = json.load(browser.open(f"{address}/healthz"))
        page = sign_in(browser, address, EMAIL, PASSWORD)
    assert health["status"] == "ok"
    assert "awa" in page
    assert logged(tmp_path) == ["user.signed_in"]


def test_a_worker_stands_beside_the_pages_and_ends_with_them(tmp_path: Path) -> None:
    with running(tmp_path):
        until = time.monotonic() + PATIENCE
        while not (beside := workers(tmp_path)):
            assert time.monotonic() < until
    assert beside
    assert not workers(tmp_path)


def test_behind_a_proxy_the_address_of_the_proxy_is_told(tmp_path: Path) -> None:
    with running(tmp_path, LMS_BASE_URL="https://formation.example.org"):
        assert said(tmp_path) == ["https://formation.example.org"]


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        ("en", "Port {} is in use. Stop the other program, or set LMS_PORT to another number."),
        ("fr", "Le port {} est déjà pris."),
    ],
)
def test_a_port_in_use_is_told_in_one_sentence(
    app: Flask, taken: int, locale: str, sentence: str
) -> None:
    app.config["COMMAND_LOCALE"] = locale
    answer = app.test_cli_runner().invoke(run, ["--port", str(taken), "--with-sample"])
    assert answer.exit_code == 1
    assert answer.output.startswith(f"Error: {sentence.format(taken)}")
    assert answer.output.count("\n") == 1


def test_an_address_of_another_machine_is_not_called_a_port_in_use(app: Flask) -> None:
    words = ["--host", "192.0.2.1", "--port", str(free_port())]
    answer = app.test_cli_runner().invoke(run, words)
    assert answer.exit_code == 1
    assert answer.output.startswith("Error: 192.0.2.1:")
    assert "in use" not in answer.output
    assert "déjà pris" not in answer.output
