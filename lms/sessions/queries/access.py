"""Which sessions somebody may read, and in which they may write."""

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import joinedload, selectinload

from lms.accounts.actors import Actor, ActorKind, Role
from lms.courses.models import CourseVersion
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.sessions.models import Facilitator, Place, Status, TrainingSession

READ_ALL = frozenset({Role.UNIT_HEAD, Role.ADMINISTRATOR})


def get(training_session_id: int, actor: Actor) -> TrainingSession:
    """Return a session with its course, place, slots and facilitators.

    Raises ``NotFound``, and ``NotAllowed`` for a trainer who does not facilitate it and for
    whoever holds a pass code.
    """
    found = db.session.get(
        TrainingSession,
        training_session_id,
        options=[
            joinedload(TrainingSession.course_version).joinedload(CourseVersion.course),
            joinedload(TrainingSession.place).joinedload(Place.parent),
            joinedload(TrainingSession.lead_organisation),
            selectinload(TrainingSession.slots),
            selectinload(TrainingSession.facilitators).joinedload(Facilitator.user),
        ],
    )
    if found is None:
        raise NotFound(f"training_session:{training_session_id}")
    if not readable(found, actor):
        raise NotAllowed(f"training_session:{training_session_id}")
    return found


def readable(training_session: TrainingSession, actor: Actor) -> bool:
    """Tell whether ``actor`` may read the session and the names in it."""
    if actor.kind is ActorKind.SYSTEM or actor.role in READ_ALL:
        return True
    return actor.role is Role.TRAINER and facilitated_by(training_session.id, actor)


def writable(training_session: TrainingSession, actor: Actor) -> bool:
    """Tell whether ``actor`` may write in the session, and whether it still can be written in."""
    if training_session.status in {Status.CLOSED, Status.CANCELLED}:
        return False
    return may_write(training_session, actor)


def may_write(training_session: TrainingSession, actor: Actor) -> bool:
    """Tell whether ``actor`` may write in the session: system, unit head or its facilitator."""
    if actor.kind is ActorKind.SYSTEM or actor.role is Role.UNIT_HEAD:
        return True
    return actor.role is Role.TRAINER and facilitated_by(training_session.id, actor)


def may_take_back(training_session: TrainingSession, actor: Actor) -> bool:
    """Tell whether ``actor`` may take back what a list brought into the session.

    Whoever may write in it, as long as it is not closed: then unit heads and administrators.
    """
    if training_session.status is Status.CLOSED:
        return actor.role in READ_ALL
    return may_write(training_session, actor)


def facilitated_by(training_session_id: int, actor: Actor) -> bool:
    """Tell whether the account of ``actor`` gives the session."""
    if actor.user_id is None:
        return False
    found = select(Facilitator.id).where(
        Facilitator.training_session_id == training_session_id,
        Facilitator.user_id == actor.user_id,
    )
    return db.session.scalar(found) is not None


def scope(actor: Actor) -> ColumnElement[bool]:
    """Return the condition that narrows sessions to those ``actor`` may read."""
    if actor.kind is ActorKind.SYSTEM or actor.role in READ_ALL:
        return true()
    return TrainingSession.id.in_(
        select(Facilitator.training_session_id).where(Facilitator.user_id == actor.user_id)
    )
