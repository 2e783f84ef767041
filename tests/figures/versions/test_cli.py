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
    assert run(app, "try", "--share", "75").output.startswith("Nothing would be counted otherwise")


def test_a_proposal_is_tried_and_adopted(app: Flask, account: str) -> None:
    reason = ["--reason", "Asked."]
    number = run(app, "propose", "--share", "80", *reason, "--as", account).output.splitlines()[-1]
    assert "(−2)" in run(app, "try", number).output
    answer = run(app, "adopt", number, "--as", account)
    assert "no. 2  participations judged otherwise: 2" in answer.output
    assert "adopted" in run(app, "show").output
    assert run(app, "adopt", number, "--as", account).exit_code == 1


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
