"""Somebody who came in with a pass code, and their browser."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.http import PARTICIPATION_KEY
from tests.factories.quizzes import QuizFactory
from tests.factories.sessions import ParticipationFactory


@pytest.fixture
def participation_id(app: Flask) -> int:
    """Somebody in an open session whose quiz has three questions."""
    with app.app_context():
        quiz = QuizFactory.create()
        made = ParticipationFactory.create(training_session__course_version=quiz.course_version)
        return int(made.id)


@pytest.fixture
def visit(app: Flask, participation_id: int) -> Callable[..., FlaskClient]:
    """Return a way to open the browser of somebody who came in with a pass code."""

    def enter(locale: str = "en", whose: int = participation_id) -> FlaskClient:
        client = app.test_client()
        client.environ_base["HTTP_ACCEPT_LANGUAGE"] = locale
        with client.session_transaction() as kept:
            kept[PARTICIPATION_KEY] = whose
        return client

    return enter


@pytest.fixture
def phone(visit: Callable[..., FlaskClient]) -> FlaskClient:
    """Return the browser of that person, in English."""
    return visit()
