"""Who may write in a session, and the lock all its writers respect."""

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import NotAllowed
from lms.extensions import db
from lms.sessions import queries
from lms.sessions.errors import SessionOver
from lms.sessions.models import Status, TrainingSession

OVER = frozenset({Status.CLOSED, Status.CANCELLED})


def require_writer(training_session: TrainingSession, act: str, actor: Actor) -> None:
    """Raise ``NotAllowed`` unless ``actor`` is the system, a unit head or gives the session."""
    require(actor, act, Role.TRAINER, Role.UNIT_HEAD, system=True)
    if actor.role is Role.TRAINER and not queries.facilitated_by(training_session.id, actor):
        raise NotAllowed(act)


def lock(training_session: TrainingSession) -> None:
    """Wait for whoever else writes in the session, then see it as they left it.

    SQLite knows no row lock; there the second writer already waited to begin.
    """
    db.session.refresh(training_session, with_for_update={"of": TrainingSession})


def lock_for_writing(training_session: TrainingSession, act: str, actor: Actor) -> None:
    """Do both in order, and raise ``SessionOver`` for a session closed or cancelled since."""
    require_writer(training_session, act, actor)
    lock(training_session)
    if training_session.status in OVER:
        raise SessionOver(training_session.status)


def tag(training_session: TrainingSession) -> str:
    """Return how the trail names the session."""
    return f"training_session:{training_session.id}"
