import pytest
from click.testing import Result
from flask import Flask

from lms.accounts.actors import Role
from lms.figures.versions.cli import rules
from tests.factories.accounts import UserFactory
from tests.figures.versions.given import edge


def run(app: Flask, *words: str) -> Result:
    return app.test_cli_runner().invoke(rules, words)


@pytest.fixture
def account(app: Flask) -> str:
    with app.app_context():
        edge()
        email: str = UserFactory.create(role=Role.UNIT_HEAD).email
    return email


def test_other_settings_are_tried_without_a_proposal(app: Flask, account: str) -> None:
    assert account
    answer = run(app, "try", "--share", "80")
    assert "3 → 1  (−2)" in answer.output
    assert "formée → sensibilisée\u00a0: 2" in answer.output
    app.config["COMMAND_LOCALE"] = "en"
    assert run(app, "try", "--share", "75").output == "Nothing would be counted otherwise.\n"


def test_a_proposal_is_tried_and_adopted(app: Flask, account: str) -> None:
    reason = ["--reason", "Asked."]
    number = run(app, "propose", "--share", "80", *reason, "--as", account).output.splitlines()[-1]
    assert "(−2)" in run(app, "try", number).output
    app.config["COMMAND_LOCALE"] = "en"
    assert "not adopted" in run(app, "show").output
    assert run(app, "adopt", number, "--as", account).stdout == (
        "Counting rules no. 2 are in force from now on.\n2 participations are judged otherwise.\n"
    )
    assert "adopted on " in run(app, "show").output
    again = run(app, "adopt", number, "--as", account)
    assert again.exit_code == 1
    assert "This version is adopted already" in again.output


WRONG = {
    "values": ["propose", "--share", "0", "--reason", "Asked."],
    "nothing": ["propose", "--share", "75", "--reason", "Asked."],
    "no reason": ["propose", "--share", "80", "--reason", " "],
    "no such version": ["adopt", "99"],
}


@pytest.mark.parametrize(
    ("wrong", "locale", "said"),
    [
        ("values", "en", "These values cannot be: Attendance that makes a person trained."),
        ("values", "fr", "Ces valeurs sont impossibles"),
        ("nothing", "en", "These are the rules in force."),
        ("nothing", "fr", "Ce sont les règles en vigueur"),
        ("no reason", "en", "Say why the unit should count otherwise."),
        ("no reason", "fr", "Dites pourquoi"),
        ("no such version", "en", "“99” does not exist here."),
        ("no such version", "fr", "n’existe pas ici."),
    ],
)
def test_what_is_wrong_is_said_in_the_language_of_the_terminal(
    app: Flask, account: str, wrong: str, locale: str, said: str
) -> None:
    app.config["COMMAND_LOCALE"] = locale
    answer = run(app, *WRONG[wrong], "--as", account)
    assert answer.exit_code == 1
    assert said in answer.output


@pytest.mark.parametrize(
    ("locale", "said"),
    [("fr", ["En vigueur", "non adoptée"]), ("en", ["In force: no. 1", "not adopted"])],
)
def test_versions_are_listed_in_the_language_of_the_terminal(
    app: Flask, account: str, locale: str, said: list[str]
) -> None:
    run(app, "propose", "--share", "80", "--reason", "Asked.", "--as", account)
    app.config["COMMAND_LOCALE"] = locale
    shown = run(app, "show").output
    assert all(it in shown for it in said)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["try", "99"], 1),
        (["try", "--share", "0"], 1),
        (["try", "--from", "2015-01-01", "--to", "2014-01-01"], 2),
        (["propose", "--share", "80", "--reason", " ", "--as", "nobody@example.org"], 1),
        (["adopt", "99", "--as", "nobody@example.org"], 1),
    ],
)
def test_what_cannot_be_is_said(app: Flask, words: list[str], code: int) -> None:
    assert run(app, *words).exit_code == code
