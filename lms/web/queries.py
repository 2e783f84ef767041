"""What the first page of the staff shows: the sessions of today, the next, and what is late."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from lms.accounts.actors import Actor, Role
from lms.courses.models import CourseVersion, VersionStatus
from lms.extensions import db
from lms.sessions.kinds import Half, MarkState, ParticipationRole
from lms.sessions.models import AttendanceMark, Participation, Slot, TrainingSession
from lms.sessions.queries import access
from lms.sessions.queries.listing import UNDER_WAY, late

HALVES = (Half.DAY, Half.MORNING, Half.AFTERNOON)
SHOWN = 20
NEXT_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One slot of today, and how far its roll is."""

    slot: Slot
    training_session: TrainingSession
    called: int
    expected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """Sessions over and not closed: how many, the last day of the oldest, and which if one."""

    count: int
    oldest: date | None
    only: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The day of one member of staff."""

    today: Sequence[Appointment]
    following: Sequence[TrainingSession]
    late: Late
    drafts: int


def agenda(today: date, actor: Actor) -> Agenda:
    """Return the day of ``actor``, over the sessions they may read."""
    return Agenda(
        today=_appointments(today, actor),
        following=_following(today, actor),
        late=_late(today, actor),
        drafts=_drafts() if actor.role is Role.UNIT_HEAD else 0,
    )


def _appointments(today: date, actor: Actor) -> list[Appointment]:
    slots = db.session.scalars(
        select(Slot)
        .join(Slot.training_session)
        .where(Slot.day == today, TrainingSession.status.in_(UNDER_WAY), access.scope(actor))
        .options(
            joinedload(Slot.training_session).options(
                joinedload(TrainingSession.course_version),
                joinedload(TrainingSession.place),
                selectinload(TrainingSession.slots),
            )
        )
        .order_by(Slot.position, TrainingSession.id)
        .limit(SHOWN)
    ).all()
    expected = _expected({slot.training_session_id for slot in slots})
    called = _called({slot.id for slot in slots})
    return [
        Appointment(
            slot=slot,
            training_session=slot.training_session,
            called=called.get(slot.id, 0),
            expected=expected.get(slot.training_session_id, 0),
        )
        for slot in sorted(slots, key=lambda slot: HALVES.index(slot.half))
    ]


def _following(today: date, actor: Actor) -> Sequence[TrainingSession]:
    return db.session.scalars(
        select(TrainingSession)
        .where(
            TrainingSession.first_day > today,
            TrainingSession.status.in_(UNDER_WAY),
            access.scope(actor),
        )
        .options(joinedload(TrainingSession.course_version), joinedload(TrainingSession.place))
        .order_by(TrainingSession.first_day, TrainingSession.id)
        .limit(NEXT_SHOWN)
    ).all()


def _late(today: date, actor: Actor) -> Late:
    count, oldest, first = db.session.execute(
        select(
            func.count(TrainingSession.id),
            func.min(TrainingSession.last_day),
            func.min(TrainingSession.id),
        ).where(late(today), access.scope(actor))
    ).one()
    return Late(count=count, oldest=oldest, only=first if count == 1 else None)


def _drafts() -> int:
    query = select(func.count(CourseVersion.id))
    return db.session.scalar(query.where(CourseVersion.status == VersionStatus.DRAFT)) or 0


def _expected(training_session_ids: Collection[int]) -> dict[int, int]:
    """Return the number of participants of each session, none left out."""
    rows = db.session.execute(
        select(Participation.training_session_id, func.count().label("participants"))
        .where(
            Participation.training_session_id.in_(training_session_ids),
            Participation.role == ParticipationRole.PARTICIPANT,
        )
        .group_by(Participation.training_session_id)
    )
    return {row.training_session_id: row.participants for row in rows}


def _called(slot_ids: Collection[int]) -> dict[int, int]:
    """Return how many people of each slot have a mark that was not taken back."""
    latest = (
        select(func.max(AttendanceMark.id))
        # Joined, so that marks of whoever was withdrawn are left out.
        .join(Participation, Participation.id == AttendanceMark.participation_id)
        .where(AttendanceMark.slot_id.in_(slot_ids))
        .group_by(AttendanceMark.slot_id, AttendanceMark.participation_id)
    )
    rows = db.session.execute(
        select(AttendanceMark.slot_id, func.count().label("called"))
        .where(AttendanceMark.id.in_(latest), AttendanceMark.state != MarkState.BLANK)
        .group_by(AttendanceMark.slot_id)
    )
    return {row.slot_id: row.called for row in rows}
