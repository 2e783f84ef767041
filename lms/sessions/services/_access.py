"""Who may write in a session, the lock all its writers respect, and its steps."""

from collections.abc import Collection

import structlog

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.db import lock
from lms.errors import NotAllowed
from lms.sessions import queries
from lms.sessions.errors import SessionOver, WrongStep
from lms.sessions.models import Status, TrainingSession

log = structlog.get_logger(__name__)

OVER = frozenset({Status.CLOSED, Status.CANCELLED})


def require_writer(*, training_session: TrainingSession, act: str, actor: Actor) -> None:
    """Raise ``NotAllowed`` unless ``actor`` is the system, a unit head or gives the session."""
    require(actor, act, Role.TRAINER, Role.UNIT_HEAD, system=True)
    if actor.role is Role.TRAINER and not queries.facilitated_by(training_session.id, actor):
        raise NotAllowed(act)


def lock_for_writing(*, training_session: TrainingSession, act: str, actor: Actor) -> None:
    """Wait for whoever else writes in the session, then see it as they left it.

    Raises ``NotAllowed``, and ``SessionOver`` for a session closed or cancelled.
    """
    require_writer(training_session=training_session, act=act, actor=actor)
    lock(training_session)
    if training_session.status in OVER:
        raise SessionOver(training_session.status)


def move(
    *, training_session: TrainingSession, to: Status, origins: Collection[Status], actor: Actor
) -> None:
    """Move a locked session on and leave the trace. Raises ``WrongStep``."""
    if training_session.status not in origins:
        raise WrongStep(training_session.status)
    changes = {"status": [training_session.status.value, to.value]}
    training_session.status = to
    audit.record(f"training_session:{to}", training_session.tag, changes=changes, actor=actor)
    log.info(
        "training_session.moved",
        to=to.value,
        id=training_session.id,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
