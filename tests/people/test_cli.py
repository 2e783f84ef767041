"""The command that follows a change of the tables of names."""

from flask import Flask

from lms.extensions import db
from lms.people.cli import refresh_names
from tests.factories.people import PersonNameFactory


def test_names_are_compared_anew(app: Flask) -> None:
    with app.app_context():
        PersonNameFactory.create(name_key="old")
        db.session.commit()
    answer = app.test_cli_runner().invoke(refresh_names)
    assert answer.exit_code == 0
    assert answer.output.startswith("1 ")


def test_a_trainer_may_not(app: Flask) -> None:
    answer = app.test_cli_runner().invoke(refresh_names, ["--as", "nobody@example.org"])
    assert answer.exit_code == 1
