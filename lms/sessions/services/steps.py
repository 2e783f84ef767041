"""The steps of a session: open, held, cancelled; closing has a module of its own."""

from lms.accounts.actors import Actor
from lms.sessions.errors import ReasonMissing
from lms.sessions.models import Status, TrainingSession
from lms.sessions.services._access import lock_for_writing, move


def open_session(*, training_session: TrainingSession, actor: Actor) -> None:
    """Say that the session has begun, or is not over after all. Raises ``WrongStep``."""
    lock_for_writing(training_session=training_session, act="training_session.open", actor=actor)
    move(
        training_session=training_session,
        to=Status.OPEN,
        origins={Status.PLANNED, Status.HELD},
        actor=actor,
    )


def hold(*, training_session: TrainingSession, actor: Actor) -> None:
    """Say that the session took place and only waits to be closed. Raises ``WrongStep``."""
    lock_for_writing(training_session=training_session, act="training_session.hold", actor=actor)
    move(
        training_session=training_session,
        to=Status.HELD,
        origins={Status.PLANNED, Status.OPEN},
        actor=actor,
    )


def cancel(*, training_session: TrainingSession, reason: str, actor: Actor) -> None:
    """Call the session off; it counts nothing from now on (R15).

    Raises ``ReasonMissing``, and ``SessionOver`` when it is closed or cancelled already.
    """
    lock_for_writing(training_session=training_session, act="training_session.cancel", actor=actor)
    if not reason.strip():
        raise ReasonMissing(training_session.tag)
    training_session.status_reason = reason.strip()
    move(training_session=training_session, to=Status.CANCELLED, origins=set(Status), actor=actor)
