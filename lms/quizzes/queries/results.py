"""Reading what came of the attempts."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sqlalchemy import func, select

from lms.extensions import db
from lms.lib.portions import portions
from lms.people.models import Person
from lms.quizzes.models import Attempt, Purpose, Quiz
from lms.quizzes.queries import content, taking
from lms.sessions.models import Participation, ParticipationRole

# Stays under the number of values either database takes in one statement.
BATCH = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Taker:
    """One participant in the quiz tab of a session, with the attempt that counts."""

    participation_id: int
    surname: str
    given_names: str
    attempts: int
    open: bool
    percent: int | None
    passed: bool

    @property
    def share(self) -> Fraction:
        """The percentage as a share, as it is shown."""
        return Fraction(self.percent or 0, 100)


class OfferState(StrEnum):
    """How far a participant has come with a quiz."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    HANDED_IN = "handed_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A quiz as its participant finds it; percentage and passing are those of the best attempt."""

    quiz_id: int
    title_fr: str
    title_en: str
    purpose: Purpose
    questions: int
    state: OfferState
    attempt_id: int | None
    """The open attempt; without one the best handed in."""
    percent: int | None
    passed: bool
    attempts_left: int


def offered(participation_id: int) -> list[Offer]:
    """Return the quizzes a participant of a session may take; none for any other role."""
    participation = taking.participation(participation_id)
    training_session = participation.training_session
    quiz = content.quiz_to_take(training_session.course_version_id)
    if quiz is None or participation.role is not ParticipationRole.PARTICIPANT:
        return []
    asked = content.asked(quiz.id, training_session.first_day)
    return [_offer(quiz, participation_id, len(asked))] if asked else []


def _offer(quiz: Quiz, participation_id: int, questions: int) -> Offer:
    attempts = taking.attempts(quiz.id, participation_id)
    handed_in = [it for it in attempts if it.handed_in_at is not None]
    under_way = [it for it in attempts if it.handed_in_at is None]
    best = max(handed_in, key=lambda it: it.percent or 0, default=None)
    state = OfferState.HANDED_IN if handed_in else OfferState.NOT_STARTED
    shown = under_way[0] if under_way else best
    return Offer(
        quiz_id=quiz.id,
        title_fr=quiz.title_fr,
        title_en=quiz.title_en,
        purpose=quiz.purpose,
        questions=questions,
        state=OfferState.UNDER_WAY if under_way else state,
        attempt_id=shown.id if shown else None,
        percent=best.percent if best else None,
        passed=any(it.passed for it in handed_in),
        attempts_left=max(0, quiz.attempts_allowed - len(handed_in)),
    )


def passed(participation_ids: Iterable[int]) -> set[int]:
    """Return those of the participations that passed their final quiz in some attempt."""
    found: set[int] = set()
    for some in portions(sorted(set(participation_ids)), BATCH):
        found.update(
            db.session.scalars(
                select(Attempt.participation_id)
                .join(Attempt.quiz)
                .where(
                    Attempt.participation_id.in_(some),
                    Attempt.passed.is_(True),
                    Quiz.purpose == Purpose.FINAL,
                )
            )
        )
    return found


def takers(training_session_id: int, quiz_id: int) -> list[Taker]:
    """Return the participants of a session by name, with their best attempt at the quiz.

    The best is the highest percentage handed in; who is no participant takes no quiz.
    """
    best = (
        select(
            Attempt.participation_id,
            func.count(Attempt.handed_in_at).label("handed_in"),
            func.count(Attempt.id).label("begun"),
            func.max(Attempt.percent).label("percent"),
        )
        .where(Attempt.quiz_id == quiz_id)
        .group_by(Attempt.participation_id)
        .subquery()
    )
    rows = db.session.execute(
        select(Participation.id, Person.surname, Person.given_names, best)
        .join(Participation.person)
        .outerjoin(best, best.c.participation_id == Participation.id)
        .where(
            Participation.training_session_id == training_session_id,
            Participation.role == ParticipationRole.PARTICIPANT,
        )
        .order_by(Person.sort_name, Participation.id)
    ).all()
    succeeded = passed(row.id for row in rows)
    return [
        Taker(
            participation_id=row.id,
            surname=row.surname,
            given_names=row.given_names,
            attempts=row.handed_in or 0,
            open=(row.begun or 0) > (row.handed_in or 0),
            percent=row.percent,
            passed=row.id in succeeded,
        )
        for row in rows
    ]
