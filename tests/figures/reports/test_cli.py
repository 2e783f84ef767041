import json
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from lms.accounts.actors import SYSTEM, Role
from lms.figures.reports import queries
from lms.figures.reports.cli import publish_report, report_diff, report_verify
from tests.factories.accounts import UserFactory
from tests.factories.people import PersonFactory
from tests.factories.sessions import PlaceFactory
from tests.figures.given import session_with

DAYS = ["--from", "2010-01-01", "--to", "2014-12-31"]


@pytest.fixture
def people(app: Flask) -> list[str]:
    """Return how the command names two unit heads."""
    with app.app_context():
        one, other = (UserFactory.create(role=Role.UNIT_HEAD).email for _ in range(2))
    return ["--prepared-by", one, "--as", other]


def run(app: Flask, *words: str) -> Result:
    commands = {it.name: it for it in (publish_report, report_diff, report_verify)}
    return app.test_cli_runner().invoke(commands[words[0]], words[1:])


def test_a_report_is_published_by_two_and_verifies(app: Flask, people: list[str]) -> None:
    answer = run(app, "publish-report", *DAYS, *people)
    assert answer.stdout == "R-2014-001\n"
    app.config["COMMAND_LOCALE"] = "en"
    verified = run(app, "report-verify", "R-2014-001")
    assert (verified.exit_code, verified.stdout) == (0, "The report is as it was signed.\n")


def test_one_person_alone_publishes_nothing(app: Flask, people: list[str]) -> None:
    answer = run(app, "publish-report", *DAYS, "--prepared-by", people[1], "--as", people[1])
    assert answer.exit_code == 1
    assert run(app, "report-verify", "R-2014-001").exit_code == 1


def test_a_rehearsal_prints_the_totals_and_writes_nothing(app: Flask) -> None:
    with app.app_context():
        session_with({PersonFactory.create(): "P"})
    answer = run(app, "publish-report", *DAYS, "--rehearse")
    lines = json.loads(answer.stdout)["measures"]["persons_trained"]["category"]
    assert sum(lines[-1]["cells"].values()) == 1
    assert run(app, "report-diff", "R-2014-001").exit_code == 1


def test_the_difference_is_told_line_by_line(app: Flask, people: list[str]) -> None:
    run(app, "publish-report", *DAYS, *people)
    with app.app_context():
        reference = session_with({PersonFactory.create(): "P"}).reference
    answer = run(app, "report-diff", "R-2014-001").output
    assert "0 → 1  (+1)" in answer
    assert "Personnes formées par région – " in answer
    assert "\u00a0: 0 + 1 = 1." in answer
    assert reference in answer


@pytest.mark.parametrize(
    "words", [[], ["--from", "2014-01-01"], ["--from", "2014-02-01", "--to", "2014-01-01"]]
)
def test_days_are_needed_and_in_order(app: Flask, words: list[str]) -> None:
    assert run(app, "publish-report", *words).exit_code == 2


def test_a_file_that_is_no_report_is_called_so(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("nothing")
    app.config["COMMAND_LOCALE"] = "en"
    answer = run(app, "report-verify", str(path))
    assert (answer.exit_code, answer.stdout) == (1, "This file is not a report.\n")


@pytest.mark.parametrize(
    ("locale", "alone", "unknown"),
    [
        ("en", "ask a second person.", "“R-1999-001” does not exist here."),
        ("fr", "demandez à une deuxième personne.", "n’existe pas ici."),
    ],
)
def test_refusals_are_sentences_in_the_language_of_the_terminal(
    app: Flask, people: list[str], locale: str, alone: str, unknown: str
) -> None:
    app.config["COMMAND_LOCALE"] = locale
    one = ["--prepared-by", people[1], "--as", people[1]]
    assert alone in run(app, "publish-report", *DAYS, *one).output
    for command in ("report-diff", "report-verify"):
        assert unknown in run(app, command, "R-1999-001").output


@pytest.mark.parametrize("more", [[], ["--rehearse"]], ids=str)
def test_a_report_of_a_region_that_does_not_exist_is_refused_in_a_sentence(
    app: Flask, people: list[str], more: list[str]
) -> None:
    app.config["COMMAND_LOCALE"] = "en"
    answer = run(app, "publish-report", *DAYS, "--region", "NOWHERE", *people, *more)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "There is no region with this code." in answer.stderr
    with app.app_context():
        assert queries.listed(SYSTEM) == []


@pytest.mark.parametrize("more", [[], ["--rehearse"]], ids=str)
def test_a_report_of_several_regions_is_refused_in_a_sentence(
    app: Flask, people: list[str], more: list[str]
) -> None:
    with app.app_context():
        regions = [f"--region={PlaceFactory.create().code}" for _ in range(2)]
    app.config["COMMAND_LOCALE"] = "en"
    answer = run(app, "publish-report", *DAYS, *regions, *people, *more)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "ask for one region or for the whole country" in answer.stderr
    with app.app_context():
        assert queries.listed(SYSTEM) == []
