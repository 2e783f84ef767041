"""The steps of a session: open, held, cancelled; closing has a module of its own."""

from collections.abc import Collection

import structlog

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.sessions.errors import ReasonMissing, WrongStep
from lms.sessions.models import Status, TrainingSession
from lms.sessions.services.access import lock_for_writing, tag

log = structlog.get_logger(__name__)


def open_session(*, training_session: TrainingSession, actor: Actor) -> None:
    """Say that the session has begun, or is not over after all. Raises ``WrongStep``."""
    lock_for_writing(training_session, "training_session.open", actor)
    step(training_session, Status.OPEN, {Status.PLANNED, Status.HELD}, actor)


def hold(*, training_session: TrainingSession, actor: Actor) -> None:
    """Say that the session took place and only waits to be closed. Raises ``WrongStep``."""
    lock_for_writing(training_session, "training_session.hold", actor)
    step(training_session, Status.HELD, {Status.PLANNED, Status.OPEN}, actor)


def cancel(*, training_session: TrainingSession, reason: str, actor: Actor) -> None:
    """Call the session off; it counts nothing from now on (R15).

    Raises ``ReasonMissing``, and ``SessionOver`` when it is closed or cancelled already.
    """
    lock_for_writing(training_session, "training_session.cancel", actor)
    if not reason.strip():
        raise ReasonMissing(tag(training_session))
    training_session.status_reason = reason.strip()
    step(training_session, Status.CANCELLED, set(Status), actor)


def step(
    training_session: TrainingSession, to: Status, origins: Collection[Status], actor: Actor
) -> None:
    """Move a locked session on and leave the trace. Raises ``WrongStep``."""
    if training_session.status not in origins:
        raise WrongStep(training_session.status)
    changes = {"status": [training_session.status.value, to.value]}
    training_session.status = to
    audit.record(f"training_session:{to}", tag(training_session), changes=changes, actor=actor)
    log.info(
        "training_session.moved",
        to=to.value,
        id=training_session.id,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
