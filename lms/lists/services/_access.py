"""Who may bring a list into a session, and the lock that two of them respect."""

from sqlalchemy import select

from lms.accounts.actors import Actor
from lms.db import lock
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.lists.errors import AlreadyRecorded
from lms.lists.models import ImportedList, ListState
from lms.sessions.errors import SessionOver
from lms.sessions.kinds import Status
from lms.sessions.models import TrainingSession
from lms.sessions.queries.access import may_write

OVER = frozenset({Status.CLOSED, Status.CANCELLED})


def require_writer(training_session: TrainingSession, actor: Actor) -> None:
    """Raise ``NotAllowed`` unless ``actor`` is the system, a unit head or gives the session."""
    if not may_write(training_session, actor):
        raise NotAllowed("list.write")


def require_open(training_session: TrainingSession) -> None:
    """Raise ``SessionOver`` for a session closed or cancelled."""
    if training_session.status in OVER:
        raise SessionOver(training_session.status)


def lock_session(training_session: TrainingSession, actor: Actor) -> None:
    """Wait for whoever else writes in the session, then see it as they left it.

    So the same file is taken in once, and a person of two lists is registered once. Raises
    ``NotAllowed``.
    """
    require_writer(training_session, actor)
    lock(training_session)


def lock_preview(imported_list: ImportedList, actor: Actor) -> None:
    """Lock the session of a list, then see the list as whoever was before left it.

    Raises ``NotAllowed``, ``NotFound`` for a list put aside meanwhile, and ``AlreadyRecorded``
    for an applied one.
    """
    lock_session(imported_list.training_session, actor)
    again = select(ImportedList).where(ImportedList.id == imported_list.id)
    if db.session.scalar(again.execution_options(populate_existing=True)) is None:
        raise NotFound(imported_list.tag)
    if imported_list.state is ListState.APPLIED:
        raise AlreadyRecorded(imported_list.id, imported_list.applied_at)
    if imported_list.state is ListState.UNDONE:
        raise NotFound(imported_list.tag)  # it is a preview once it is handed in again
