"""Reading attempts while they are being taken."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import joinedload

from lms.courses.models import CourseVersion
from lms.errors import NotFound
from lms.extensions import db
from lms.quizzes import grading
from lms.quizzes.grading import Grade
from lms.quizzes.models import Answer, Attempt
from lms.quizzes.queries.content import key_of, questions
from lms.sessions.models import Participation, ParticipationRole, TrainingSession


def participation(participation_id: int) -> Participation:
    """Return a participation with its session, version and course. Raises ``NotFound``."""
    found = db.session.get(
        Participation,
        participation_id,
        options=[
            joinedload(Participation.training_session)
            .joinedload(TrainingSession.course_version)
            .joinedload(CourseVersion.course)
        ],
    )
    if found is None:
        raise NotFound(f"participation:{participation_id}")
    return found


def attempt(attempt_id: int) -> Attempt:
    """Return an attempt with quiz, participation, session and course. Raises ``NotFound``."""
    found = db.session.get(
        Attempt,
        attempt_id,
        options=[
            joinedload(Attempt.quiz),
            # One whose participation was withdrawn is not found.
            joinedload(Attempt.participation, innerjoin=True)
            .joinedload(Participation.training_session)
            .joinedload(TrainingSession.course_version)
            .joinedload(CourseVersion.course),
        ],
    )
    if found is None:
        raise NotFound(f"attempt:{attempt_id}")
    return found


def attempts(quiz_id: int, participation_id: int) -> Sequence[Attempt]:
    """Return the attempts of one participation at one quiz, first attempt first."""
    return db.session.scalars(
        select(Attempt)
        .where(Attempt.quiz_id == quiz_id, Attempt.participation_id == participation_id)
        .order_by(Attempt.number)
    ).all()


def begun(training_session_id: int, quiz_id: int) -> dict[int, int]:
    """Return how many attempts each participant of a session has begun, none included."""
    rows = db.session.execute(
        select(Participation.id, func.count(Attempt.id).label("begun"))
        .outerjoin(
            Attempt,
            and_(Attempt.participation_id == Participation.id, Attempt.quiz_id == quiz_id),
        )
        .where(
            Participation.training_session_id == training_session_id,
            Participation.role == ParticipationRole.PARTICIPANT,
        )
        .group_by(Participation.id)
    )
    return {row.id: row.begun for row in rows}


def chosen(attempt_id: int) -> dict[int, frozenset[int]]:
    """Return the latest answer of each question, by question; a latest one may be empty."""
    rows = db.session.execute(
        select(Answer.question_id, Answer.choice_ids)
        .where(Answer.attempt_id == attempt_id)
        .order_by(Answer.id)
    )
    return {row.question_id: frozenset(row.choice_ids) for row in rows}


def grade(attempt: Attempt) -> Grade:
    """Return the worth of an attempt as answered so far."""
    asked = questions(attempt.question_ids)
    keys = {question_id: key_of(question) for question_id, question in asked.items()}
    return grading.grade(keys, chosen(attempt.id))


def open_attempts(training_session_id: int) -> Sequence[Attempt]:
    """Return the attempts of a session that nobody has handed in."""
    return db.session.scalars(_open(training_session_id)).all()


def locked_open_attempts(training_session_id: int) -> Sequence[Attempt]:
    """Return those attempts locked, once whoever answers or hands in has let go of them."""
    return db.session.scalars(_open(training_session_id).with_for_update(of=Attempt)).all()


def handed_in(training_session_id: int, participation_ids: Collection[int]) -> list[int]:
    """Return the ids of the attempts that some participations of a session have handed in."""
    rows = db.session.execute(
        select(Attempt.id, Attempt.participation_id)
        .join(Attempt.participation)
        .where(
            Participation.training_session_id == training_session_id,
            Attempt.handed_in_at.is_not(None),
        )
        .order_by(Attempt.id)
    )
    return [row.id for row in rows if row.participation_id in participation_ids]


def _open(training_session_id: int) -> Select[Attempt]:
    return (
        select(Attempt)
        .join(Attempt.participation)
        .where(
            Participation.training_session_id == training_session_id,
            Attempt.handed_in_at.is_(None),
        )
        .options(
            joinedload(Attempt.participation)
            .joinedload(Participation.training_session)
            .joinedload(TrainingSession.course_version)
            .joinedload(CourseVersion.course)
        )
        .order_by(Attempt.id)
    )
