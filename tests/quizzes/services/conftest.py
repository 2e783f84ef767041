"""A quiz, somebody who may take it, and their open attempt."""

import pytest

from lms.quizzes.models import Attempt, Quiz
from lms.sessions.models import Participation
from tests.factories.quizzes import QuizFactory
from tests.factories.sessions import ParticipationFactory
from tests.quizzes.steps import start


@pytest.fixture
def quiz() -> Quiz:
    made: Quiz = QuizFactory.create()
    return made


@pytest.fixture
def participation(quiz: Quiz) -> Participation:
    made: Participation = ParticipationFactory.create(
        training_session__course_version=quiz.course_version
    )
    return made


@pytest.fixture
def attempt(participation: Participation) -> Attempt:
    return start(participation)
