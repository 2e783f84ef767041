"""Who is in a session, and what the sheets say."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from lms.errors import NotFound
from lms.extensions import db
from lms.people.models import Category, Person
from lms.sessions.models import (
    AttendanceMark,
    Headcount,
    MarkState,
    Participation,
    ParticipationRole,
)
from lms.sessions.outcome import Outcome

Cell = tuple[int, int]
"""Ids of a participation and of a slot."""


def participations(training_session_id: int) -> Sequence[Participation]:
    """Return everybody in a session with person, category and organisation, by name."""
    return db.session.scalars(
        select(Participation)
        .join(Participation.person)
        .options(
            joinedload(Participation.person),
            joinedload(Participation.category).joinedload(Category.parent),
            joinedload(Participation.organisation),
        )
        .where(Participation.training_session_id == training_session_id)
        .order_by(Person.sort_name, Participation.id)
    ).all()


def participation(participation_id: int, training_session_id: int) -> Participation:
    """Return one participation of a session with its person. Raises ``NotFound``."""
    found = db.session.get(
        Participation, participation_id, options=[joinedload(Participation.person)]
    )
    if found is None or found.training_session_id != training_session_id:
        raise NotFound(f"participation:{participation_id}")
    return found


def marks_of(participation_ids: Collection[int]) -> dict[int, dict[int, MarkState]]:
    """Return what counts of each participation in each slot, whatever their sessions."""
    latest = (
        select(func.max(AttendanceMark.id))
        .where(AttendanceMark.participation_id.in_(participation_ids))
        .group_by(AttendanceMark.participation_id, AttendanceMark.slot_id)
    )
    found: dict[int, dict[int, MarkState]] = {}
    for mark in db.session.scalars(select(AttendanceMark).where(AttendanceMark.id.in_(latest))):
        found.setdefault(mark.participation_id, {})[mark.slot_id] = mark.state
    return found


def latest_marks(training_session_id: int) -> dict[Cell, MarkState]:
    """Return what counts of each person in each slot; cells without a mark are missing.

    A mark taken back stands as ``blank``.
    """
    return marks_in([training_session_id])


def marks_in(training_session_ids: Collection[int]) -> dict[Cell, MarkState]:
    """Return the same of several sessions, in one statement."""
    rows = db.session.execute(
        select(
            AttendanceMark.participation_id, AttendanceMark.slot_id, AttendanceMark.state
        ).where(AttendanceMark.id.in_(_latest(training_session_ids)))
    )
    return {(row.participation_id, row.slot_id): row.state for row in rows}


def last_marks(training_session_id: int, slot_ids: Collection[int]) -> dict[Cell, AttendanceMark]:
    """Return the mark itself that counts in each cell of the slots."""
    latest = _latest([training_session_id]).where(AttendanceMark.slot_id.in_(slot_ids))
    marks = db.session.scalars(select(AttendanceMark).where(AttendanceMark.id.in_(latest)))
    return {(it.participation_id, it.slot_id): it for it in marks}


def _latest(training_session_ids: Collection[int]) -> Select[int]:
    return (
        select(func.max(AttendanceMark.id))
        .join(Participation, Participation.id == AttendanceMark.participation_id)
        .where(Participation.training_session_id.in_(training_session_ids))
        .group_by(AttendanceMark.participation_id, AttendanceMark.slot_id)
    )


def headcounts(training_session_id: int) -> Sequence[Headcount]:
    """Return the headcounts of a session with their categories, in the order of categories."""
    return db.session.scalars(
        select(Headcount)
        .join(Headcount.category)
        .options(joinedload(Headcount.category).joinedload(Category.parent))
        .where(Headcount.training_session_id == training_session_id)
        .order_by(Category.position, Headcount.outcome, Headcount.id)
    ).all()


def tally(training_session_id: int) -> dict[Outcome, int]:
    """Return how many participants of a closed session have each outcome."""
    rows = db.session.execute(
        select(Participation.outcome, func.count())
        .where(
            Participation.training_session_id == training_session_id,
            Participation.role == ParticipationRole.PARTICIPANT,
            Participation.outcome.is_not(None),
        )
        .group_by(Participation.outcome)
    )
    counted = {row[0]: row[1] for row in rows}
    return {it: counted.get(it, 0) for it in Outcome}
