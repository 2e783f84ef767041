"""What the tests of attempts do again and again."""

from lms.accounts.actors import Actor, ActorKind, Role
from lms.extensions import db
from lms.quizzes.models import Attempt, Question
from lms.quizzes.services import attempts
from lms.sessions.models import Participation
from tests.factories.quizzes import MORNING


def holder(participation: Participation) -> Actor:
    """Return who holds the pass code of a participation."""
    return Actor(kind=ActorKind.PARTICIPANT, id=participation.id, role=Role.PARTICIPANT)


def start(participation: Participation, actor: Actor | None = None) -> Attempt:
    """Begin an attempt, as the participant unless told."""
    who = actor or holder(participation)
    return attempts.start(participation=participation, now=MORNING, actor=who)


def choose(attempt: Attempt, question_id: int, *positions: int) -> None:
    """Answer a question by the places of its choices, counted from 1."""
    question = db.session.get_one(Question, question_id)
    attempts.answer(
        attempt=attempt,
        question_id=question_id,
        choice_ids=[question.choices[position - 1].id for position in positions],
        now=MORNING,
        actor=holder(attempt.participation),
    )


def hand_in(attempt: Attempt) -> Attempt:
    """Hand an attempt in, as the participant."""
    actor = holder(attempt.participation)
    return attempts.hand_in(attempt=attempt, now=MORNING, actor=actor)
