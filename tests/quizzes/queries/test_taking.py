import pytest

from lms.errors import NotFound
from lms.quizzes import queries
from lms.sessions.kinds import ParticipationRole
from tests.factories.quizzes import MORNING, AnswerFactory, AttemptFactory
from tests.factories.sessions import ParticipationFactory

pytestmark = pytest.mark.usefixtures("database")


def test_what_is_not_there_is_not_found() -> None:
    for read in (queries.attempt, queries.participation):
        with pytest.raises(NotFound):
            read(404)


def test_the_latest_answer_of_each_question_is_read() -> None:
    attempt = AttemptFactory.create()
    question_id = attempt.question_ids[0]
    for choice_ids in ([1], [2], [3, 4]):
        AnswerFactory.create(attempt_id=attempt.id, question_id=question_id, choice_ids=choice_ids)
    assert queries.chosen(attempt.id) == {question_id: {3, 4}}


def test_attempts_begun_are_counted_for_every_participant() -> None:
    attempt = AttemptFactory.create()
    training_session = attempt.participation.training_session
    fresh = ParticipationFactory.create(training_session=training_session)
    ParticipationFactory.create(
        training_session=training_session, role=ParticipationRole.INTERPRETER
    )
    begun = queries.begun(training_session.id, attempt.quiz_id)
    assert begun == {attempt.participation_id: 1, fresh.id: 0}


def test_only_open_attempts_of_the_session_are_open() -> None:
    attempt = AttemptFactory.create()
    AttemptFactory.create()
    session_id = attempt.participation.training_session_id
    assert queries.open_attempts(session_id) == [attempt]
    attempt.handed_in_at = MORNING
    assert queries.open_attempts(session_id) == []


def test_attempts_stand_in_their_order() -> None:
    second = AttemptFactory.create(number=2)
    first = AttemptFactory.create(quiz=second.quiz, participation=second.participation)
    assert queries.attempts(second.quiz_id, second.participation_id) == [first, second]
