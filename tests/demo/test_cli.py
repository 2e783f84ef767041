from flask import Flask
from sqlalchemy import select

from lms.accounts.models import User
from lms.demo.cli import demo, show_sign_ins
from lms.extensions import db
from tests.factories.accounts import UserFactory


def test_a_database_in_use_is_refused_and_left_alone(app: Flask) -> None:
    with app.app_context():
        UserFactory.create(email="somebody@example.org")
    answer = app.test_cli_runner().invoke(demo)
    assert answer.exit_code == 1
    assert "lms demo --reset" in answer.output
    with app.app_context():
        assert db.session.scalars(select(User.email)).all() == ["somebody@example.org"]


def test_without_a_sample_mission_nothing_is_printed(app: Flask) -> None:
    with app.app_context():
        show_sign_ins(None)
