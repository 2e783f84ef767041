import pytest
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM, Role
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.quizzes import queries
from lms.quizzes.errors import NothingToAsk
from lms.quizzes.kinds import AttemptMode
from lms.quizzes.models import Answer, Attempt, Quiz
from lms.quizzes.services import bulk
from lms.sessions.models import TrainingSession
from tests.factories.accounts import UserFactory
from tests.factories.quizzes import MORNING, QuizFactory
from tests.factories.sessions import ParticipationFactory, TrainingSessionFactory

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def quiz() -> Quiz:
    made: Quiz = QuizFactory.create()
    return made


@pytest.fixture
def training_session(quiz: Quiz) -> TrainingSession:
    made: TrainingSession = TrainingSessionFactory.create(course_version=quiz.course_version)
    return made


def sheet(quiz: Quiz, right: int) -> dict[int, list[int]]:
    questions = [slot.question for slot in quiz.slots]
    return {
        it.id: [it.choices[0 if index < right else 1].id] for index, it in enumerate(questions)
    }


def record(training_session: TrainingSession, sheets: list[bulk.Sheet]) -> list[Attempt]:
    return bulk.record_many(
        training_session=training_session, sheets=sheets, now=MORNING, actor=SYSTEM
    )


def test_attempts_are_graded_as_if_taken_one_by_one(
    quiz: Quiz, training_session: TrainingSession
) -> None:
    one, two = (ParticipationFactory.create(training_session=training_session) for _ in "ab")
    sheets = [(one.id, sheet(quiz, 1)), (one.id, sheet(quiz, 3)), (two.id, sheet(quiz, 2))]
    recorded = record(training_session, list(sheets))
    assert [(it.number, it.percent) for it in recorded] == [(1, 33), (2, 100), (1, 66)]
    assert {it.mode for it in recorded} == {AttemptMode.BULK}
    assert db.session.scalar(select(func.count(Answer.id))) == 9
    assert queries.passed([one.id, two.id]) == {one.id}
    for attempt in recorded:
        assert int(queries.grade(attempt).share * 100) == attempt.percent


def test_no_sheet_records_nothing(training_session: TrainingSession) -> None:
    assert record(training_session, []) == []


def test_a_sheet_of_a_stranger_is_refused(quiz: Quiz, training_session: TrainingSession) -> None:
    stranger = ParticipationFactory.create()
    with pytest.raises(NotFound):
        record(training_session, [(stranger.id, sheet(quiz, 3))])


def test_a_session_without_a_quiz_records_nothing() -> None:
    with pytest.raises(NothingToAsk):
        record(TrainingSessionFactory.create(), [])


def test_only_the_system_records_in_bulk(training_session: TrainingSession) -> None:
    head = UserFactory.create(role=Role.UNIT_HEAD).actor
    with pytest.raises(NotAllowed):
        bulk.record_many(training_session=training_session, sheets=[], now=MORNING, actor=head)
