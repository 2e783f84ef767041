"""The examples of docs/api.md, run as they stand there against a server."""

import html
import json
import os
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from werkzeug.serving import make_server

from lms import clock
from lms.extensions import db
from lms.figures.reports import freezing, services
from lms.figures.reports.proving import verifying
from lms.figures.reports.proving.verifying import Found
from tests.conftest import Browse
from tests.factories.accounts import ApiTokenFactory, whole
from tests.factories.figures import FactFactory, ReportFactory
from tests.figures.reports.given import head
from tests.house import ROOT

Said = pytest.CaptureFixture[str]
TEXT = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")


def examples(language: str) -> list[str]:
    """Return the examples of a language, in their order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)


@pytest.fixture
def served(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Yield the address of a server with three persons trained, one of them twice."""
    with app.app_context():
        first = FactFactory.create(last_day=date(2015, 2, 1))
        FactFactory.create(last_day=date(2015, 2, 2), participation__person=first.person)
        FactFactory.create_batch(2, last_day=date(2015, 2, 3))
        report = ReportFactory.create(
            code="R-2015-001", period_start=date(2015, 1, 1), period_end=date(2015, 12, 31)
        )
        services.publish(report=report, clock=clock.now, key=freezing.signing_key(), actor=head())
        db.session.commit()
        token = whole(ApiTokenFactory.create())
    server = make_server("127.0.0.1", 0, app, threaded=True)
    address = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setenv("KALANSO", address)
    monkeypatch.setenv("KALANSO_TOKEN", token)
    serving = Thread(target=server.serve_forever)
    serving.start()
    yield address
    server.shutdown()
    serving.join()
    server.server_close()


@pytest.mark.usefixtures("served")
def test_the_examples_in_python_run(
    app: Flask,
    capsys: Said,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for example in examples("python"):
        exec(example, names)  # noqa: S102 - our own documentation
    said = capsys.readouterr().out
    assert "Distinct persons <5" in said
    assert "Distinct persons 3" in said
    assert "3 persons trained" in said
    assert "R-2015-001 total <5" in said
    with app.app_context():
        public = freezing.signing_key().public
    saved = (tmp_path / "R-2015-001.json").read_bytes()
    assert verifying.of_file(saved, public=public) is Found.GENUINE


@pytest.mark.usefixtures("served")
def test_the_command_fetches_a_file_for_a_spreadsheet(tmp_path: Path) -> None:
    (command,) = [it for it in examples("sh") if "curl" in it]
    subprocess.run(["/bin/sh", "-c", command], check=True, cwd=tmp_path)  # noqa: S603 - our own documentation
    lines = (tmp_path / "figures.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("key,kind,code,")
    assert lines[-1].startswith("total,total,")


def test_the_query_of_the_spreadsheet_asks_what_the_command_asks() -> None:
    (query,) = examples("powerquery")
    (command,) = [it for it in examples("sh") if "curl" in it]
    asked = dict(re.findall(r'(\w+) = "([\w-]+)"', query))
    assert [f"{it}={asked[it]}" in command for it in ("from", "to", "format")] == [True] * 3
    assert "api/v1/figures" in query


def on_the_page(page: str) -> list[str]:
    """Return the examples of the page for people, as somebody copies them."""
    return [
        html.unescape(it) for it in re.findall(r"<pre[^>]*><code>(.*?)</code>", page, re.DOTALL)
    ]


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_examples_of_the_page_run_once_they_have_a_token(
    served: str, browse: Browse, capsys: Said, tmp_path: Path, locale: str
) -> None:
    page = browse(locale=locale).get("/figures/api").text.replace("http://localhost", served)
    query, command, program = (
        it.replace("kal_…", os.environ["KALANSO_TOKEN"]) for it in on_the_page(page)
    )
    exec(program, {})  # noqa: S102 - our own documentation
    total = {"fr": "Personnes distinctes <5", "en": "Distinct persons <5"}[locale]
    assert total in capsys.readouterr().out
    subprocess.run(["/bin/sh", "-c", command], check=True, cwd=tmp_path)  # noqa: S603 - our own documentation
    assert "<5" in (tmp_path / "figures.csv").read_text(encoding="utf-8")
    assert f'Web.Contents("{served}"' in query


def test_the_error_shown_is_the_one_that_is_given(app: Flask) -> None:
    with app.app_context():
        header = f"Bearer {whole(ApiTokenFactory.create())}"
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = header
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    got = client.get("/api/v1/figures?from=2014-03-31&to=2014-03-01").get_json()
    assert got == json.loads(examples("json")[0])
