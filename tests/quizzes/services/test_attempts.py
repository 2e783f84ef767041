from datetime import date

import pytest
from sqlalchemy import func, select

from lms.accounts.actors import Role
from lms.accounts.models import AuditEntry
from lms.courses.kinds import CourseKind
from lms.errors import NotFound
from lms.extensions import db
from lms.quizzes import queries
from lms.quizzes.errors import (
    AlreadyHandedIn,
    AlreadyPassed,
    NoAttemptLeft,
    NotAChoice,
    NothingToAsk,
    NotOpen,
)
from lms.quizzes.kinds import AttemptMode, QuestionType
from lms.quizzes.models import Answer, Attempt, Question, Quiz
from lms.quizzes.services import attempts
from lms.sessions.kinds import Status
from lms.sessions.models import Participation
from tests.factories.accounts import UserFactory
from tests.factories.quizzes import MORNING, QuestionFactory, QuizSlotFactory
from tests.factories.sessions import ParticipationFactory
from tests.quizzes.steps import choose, hand_in, holder, start

pytestmark = pytest.mark.usefixtures("database")


def test_an_attempt_asks_the_questions_in_their_order(attempt: Attempt, quiz: Quiz) -> None:
    assert attempt.question_ids == [it.question_id for it in quiz.slots]
    assert (attempt.number, attempt.mode) == (1, AttemptMode.SELF)


def test_beginning_twice_begins_once(participation: Participation, attempt: Attempt) -> None:
    assert start(participation) is attempt


def test_a_question_later_than_the_session_is_left_out(
    quiz: Quiz, participation: Participation
) -> None:
    first_day = participation.training_session.first_day
    on_the_day = QuestionFactory.create(effective_from=first_day)
    later = QuestionFactory.create(effective_from=date(2015, 6, 18))
    for position, question in enumerate((on_the_day, later), start=4):
        QuizSlotFactory.create(quiz=quiz, question=question, position=position)
    asked = start(participation).question_ids
    assert on_the_day.id in asked
    assert later.id not in asked


def test_the_latest_answer_of_a_question_counts(attempt: Attempt) -> None:
    question_id = attempt.question_ids[0]
    for positions in ((2,), (1,), (1,)):
        choose(attempt, question_id, *positions)
    assert db.session.scalar(select(func.count(Answer.id))) == 2, "the same again is kept once"
    right = db.session.get_one(Question, question_id).choices[0].id
    assert queries.chosen(attempt.id) == {question_id: frozenset({right})}


def test_an_answer_can_be_taken_back(attempt: Attempt) -> None:
    question_id = attempt.question_ids[0]
    choose(attempt, question_id, 1)
    choose(attempt, question_id)
    assert queries.chosen(attempt.id) == {question_id: frozenset()}


def test_answers_are_graded_when_handed_in(attempt: Attempt) -> None:
    for question_id in attempt.question_ids[:2]:
        choose(attempt, question_id, 1)
    handed_in = hand_in(attempt)
    assert (handed_in.percent, handed_in.passed) == (66, False)
    assert handed_in.handed_in_at == MORNING
    entry = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert entry is not None
    assert (entry.target, entry.changes) == (f"attempt:{attempt.id}", {"percent": 66})


def test_the_pass_mark_itself_passes(participation: Participation, attempt: Attempt) -> None:
    participation.training_session.course_version.course.pass_mark = 66
    for question_id in attempt.question_ids[:2]:
        choose(attempt, question_id, 1)
    assert hand_in(attempt).passed


def test_handing_in_twice_is_refused(attempt: Attempt) -> None:
    hand_in(attempt)
    with pytest.raises(AlreadyHandedIn):
        hand_in(attempt)


def test_nothing_is_answered_after_handing_in(attempt: Attempt) -> None:
    hand_in(attempt)
    with pytest.raises(AlreadyHandedIn):
        choose(attempt, attempt.question_ids[0], 1)


def test_a_third_attempt_is_refused(participation: Participation) -> None:
    for number in (1, 2):
        attempt = start(participation)
        assert attempt.number == number
        hand_in(attempt)
    with pytest.raises(NoAttemptLeft):
        start(participation)


def test_who_has_passed_is_done(participation: Participation, attempt: Attempt) -> None:
    for question_id in attempt.question_ids:
        choose(attempt, question_id, 1)
    hand_in(attempt)
    with pytest.raises(AlreadyPassed):
        start(participation)


@pytest.mark.parametrize("status", [Status.PLANNED, Status.CLOSED, Status.CANCELLED])
def test_a_session_that_is_not_open_takes_no_answers(
    participation: Participation, attempt: Attempt, status: Status
) -> None:
    participation.training_session.status = status
    db.session.flush()
    with pytest.raises(NotOpen):
        start(participation)
    with pytest.raises(NotOpen):
        choose(attempt, attempt.question_ids[0], 1)
    with pytest.raises(NotOpen):
        hand_in(attempt)


def test_a_session_without_a_quiz_asks_nothing() -> None:
    with pytest.raises(NothingToAsk):
        start(ParticipationFactory.create())


def test_a_sensitization_tests_nobody(quiz: Quiz, participation: Participation) -> None:
    quiz.course_version.course.kind = CourseKind.SENSITIZATION
    with pytest.raises(NothingToAsk):
        start(participation)
    assert queries.offered(participation.id) == []


def test_a_quiz_of_questions_all_too_new_asks_nothing(quiz: Quiz) -> None:
    for slot in quiz.slots:
        slot.question.effective_from = date(2015, 6, 18)
    training = ParticipationFactory.create(training_session__course_version=quiz.course_version)
    with pytest.raises(NothingToAsk):
        start(training)


def test_only_choices_that_are_offered_are_kept(attempt: Attempt) -> None:
    first, second = attempt.question_ids[:2]
    elsewhere = db.session.get_one(Question, second).choices[0].id
    with pytest.raises(NotAChoice):
        attempts.answer(
            attempt=attempt,
            question_id=first,
            choice_ids=[elsewhere],
            now=MORNING,
            actor=holder(attempt.participation),
        )
    with pytest.raises(NotAChoice):
        choose(attempt, first, 1, 2)


def test_several_choices_are_kept_where_several_may_be(quiz: Quiz) -> None:
    question = QuestionFactory.create(type=QuestionType.MULTIPLE)
    QuizSlotFactory.create(quiz=quiz, question=question, position=4)
    attempt = start(
        ParticipationFactory.create(training_session__course_version=quiz.course_version)
    )
    choose(attempt, question.id, 1, 2)
    assert queries.grade(attempt).points == 1


def test_a_question_that_is_not_asked_is_not_found(attempt: Attempt) -> None:
    with pytest.raises(NotFound):
        choose(attempt, QuestionFactory.create().id, 1)


def test_open_attempts_are_handed_in_as_they_stand(attempt: Attempt) -> None:
    choose(attempt, attempt.question_ids[0], 1)
    training_session_id = attempt.participation.training_session_id
    head = UserFactory.create(role=Role.UNIT_HEAD).actor
    attempts.hand_in_open(training_session_id=training_session_id, now=MORNING, actor=head)
    assert attempt.percent == 33
    assert queries.open_attempts(training_session_id) == []
