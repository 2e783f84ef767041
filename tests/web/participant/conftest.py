"""Somebody with a slip of paper."""

from dataclasses import dataclass

import pytest
from flask import Flask

from tests.factories.quizzes import QuizFactory
from tests.factories.sessions import ParticipationFactory
from tests.web.participant.steps import code


@dataclass(frozen=True)
class Holder:
    """A participation in the open session GAO7, and its pass code."""

    id: int
    pass_code: str
    quiz_id: int


@pytest.fixture
def mine(app: Flask) -> Holder:
    """Return who holds a pass code of a session with a quiz."""
    with app.app_context():
        quiz = QuizFactory.create()
        made = ParticipationFactory.create(
            training_session__course_version=quiz.course_version,
            training_session__short_code="GAO7",
            pass_code=code(418036),
        )
        return Holder(made.id, made.pass_code, quiz.id)
