from fractions import Fraction

import pytest

from lms.accounts.actors import Actor, ActorKind, Role
from lms.errors import NotAllowed, NotFound
from lms.quizzes import queries
from lms.quizzes.kinds import AttemptMode
from lms.quizzes.models import Attempt, Question
from lms.quizzes.queries import questions
from lms.sessions.kinds import Status
from tests.factories.accounts import UserFactory
from tests.factories.quizzes import MORNING, AnswerFactory, AttemptFactory
from tests.factories.sessions import FacilitatorFactory

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def attempt() -> Attempt:
    made: Attempt = AttemptFactory.create()
    return made


def question(attempt: Attempt, number: int) -> Question:
    question_id = attempt.question_ids[number - 1]
    return questions([question_id])[question_id]


def answer(attempt: Attempt, number: int, position: int) -> None:
    asked = question(attempt, number)
    choice_ids = [asked.choices[position - 1].id]
    AnswerFactory.create(attempt_id=attempt.id, question_id=asked.id, choice_ids=choice_ids)


def test_a_screen_knows_where_it_stands(attempt: Attempt) -> None:
    answer(attempt, 2, 3)
    screen = queries.screen(attempt, 2)
    assert screen.chosen == {question(attempt, 2).choices[2].id}
    assert (screen.answered, screen.total) == ((False, True, False), 3)


@pytest.mark.parametrize("number", [0, 4])
def test_there_is_no_screen_beyond_the_last(attempt: Attempt, number: int) -> None:
    with pytest.raises(NotFound):
        queries.screen(attempt, number)


def test_one_goes_on_at_the_first_open_question(attempt: Attempt) -> None:
    assert queries.first_open(attempt) == 1
    for number in (1, 2):
        answer(attempt, number, 1)
    assert queries.first_open(attempt) == 3
    answer(attempt, 3, 1)
    assert queries.first_open(attempt) == 3


def test_the_overview_tells_what_is_answered(attempt: Attempt) -> None:
    answer(attempt, 1, 1)
    assert [it.answered for it in queries.overview(attempt)] == [True, False, False]


def test_mistakes_are_told_when_no_attempt_may_follow(attempt: Attempt) -> None:
    answer(attempt, 1, 1)
    answer(attempt, 2, 2)
    attempt.handed_in_at, attempt.percent, attempt.passed = MORNING, 33, False
    first = queries.result(attempt)
    assert (first.may_retake, first.mistakes) == (True, [])
    assert first.grade.points == 1
    assert first.needed == Fraction(21, 10)
    attempt.participation.training_session.status = Status.CLOSED
    last = queries.result(attempt)
    assert not last.may_retake
    assert [len(it.chosen) for it in last.mistakes] == [1, 0]


def test_a_trainer_answers_only_what_is_said_aloud(attempt: Attempt) -> None:
    trainer = UserFactory.create(role=Role.TRAINER)
    FacilitatorFactory.create(
        training_session=attempt.participation.training_session, user=trainer
    )
    assert queries.may_take(attempt.participation, trainer.actor)
    with pytest.raises(NotAllowed):
        queries.attempt_of(attempt.id, trainer.actor)
    attempt.mode = AttemptMode.ORAL
    assert queries.attempt_of(attempt.id, trainer.actor) is attempt


def test_an_account_never_passes_for_a_participation(attempt: Attempt) -> None:
    same_number = Actor(kind=ActorKind.USER, id=attempt.participation_id, role=Role.TRAINER)
    assert not queries.may_take(attempt.participation, same_number)
    owner = Actor(kind=ActorKind.PARTICIPANT, id=attempt.participation_id, role=Role.PARTICIPANT)
    assert queries.attempt_of(attempt.id, owner) is attempt
