import pytest

from lms.accounts.actors import Role
from lms.errors import NotAllowed
from lms.quizzes.kinds import AttemptMode
from lms.quizzes.models import Attempt, Quiz
from lms.quizzes.services import attempts
from lms.sessions.kinds import ParticipationRole
from lms.sessions.models import Participation
from tests.factories.accounts import UserFactory
from tests.factories.quizzes import MORNING
from tests.factories.sessions import FacilitatorFactory, ParticipationFactory
from tests.quizzes.steps import holder, start

pytestmark = pytest.mark.usefixtures("database")


def test_nobody_answers_for_another_participant(attempt: Attempt) -> None:
    other = ParticipationFactory.create(training_session=attempt.participation.training_session)
    with pytest.raises(NotAllowed):
        start(attempt.participation, holder(other))
    with pytest.raises(NotAllowed):
        attempts.hand_in(attempt=attempt, now=MORNING, actor=holder(other))
    with pytest.raises(NotAllowed):
        attempts.answer(
            attempt=attempt,
            question_id=attempt.question_ids[0],
            choice_ids=[],
            now=MORNING,
            actor=holder(other),
        )


def test_a_trainer_of_the_session_enters_what_is_said(participation: Participation) -> None:
    trainer = UserFactory.create(role=Role.TRAINER)
    stranger = UserFactory.create(role=Role.TRAINER)
    FacilitatorFactory.create(training_session=participation.training_session, user=trainer)
    with pytest.raises(NotAllowed):
        start(participation, stranger.actor)
    attempt = start(participation, trainer.actor)
    assert attempt.mode is AttemptMode.ORAL
    attempts.hand_in(attempt=attempt, now=MORNING, actor=trainer.actor)
    assert attempt.percent == 0


def test_staff_answer_in_no_attempt_that_is_taken_in_person(attempt: Attempt) -> None:
    head = UserFactory.create(role=Role.UNIT_HEAD).actor
    with pytest.raises(NotAllowed):
        attempts.hand_in(attempt=attempt, now=MORNING, actor=head)
    assert start(attempt.participation, head) is attempt
    assert attempt.mode is AttemptMode.ORAL, "taken over, with the answers given so far"


def test_an_administrator_takes_no_quiz(participation: Participation) -> None:
    with pytest.raises(NotAllowed):
        start(participation, UserFactory.create(role=Role.ADMINISTRATOR).actor)


def test_who_gives_the_session_takes_no_quiz(quiz: Quiz) -> None:
    trainer = ParticipationFactory.create(
        training_session__course_version=quiz.course_version, role=ParticipationRole.TRAINER
    )
    with pytest.raises(NotAllowed):
        start(trainer)
