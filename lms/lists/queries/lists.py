"""Reading lists that were brought in; nothing here changes a row."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.lists.models import ImportedList, ImportedRow, ListState
from lms.lists.outcomes import Decision
from lms.sessions import queries as sessions
from lms.sessions.models import Place, TrainingSession
from lms.sessions.queries.access import may_take_back, may_write, scope

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsPage:
    """One page of the lists brought in, latest first."""

    lists: Sequence[ImportedList]
    total: int
    page: int
    pages: int


def page_of_lists(*, page: int, actor: Actor) -> ListsPage:
    """Return a page of the lists that went into sessions ``actor`` may read."""
    require(actor, "list.list", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR)
    asked = select(ImportedList).join(ImportedList.training_session).where(scope(actor))
    total = db.session.scalar(select(func.count()).select_from(asked.subquery())) or 0
    pages = max(-(-total // PAGE_SIZE), 1)
    page = min(max(page, 1), pages)
    lists = db.session.scalars(
        asked.options(
            joinedload(ImportedList.training_session)
            .joinedload(TrainingSession.place)
            .joinedload(Place.parent),
        )
        .order_by(ImportedList.created_at.desc(), ImportedList.id.desc())
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    ).all()
    return ListsPage(lists=lists, total=total, page=page, pages=pages)


def get(imported_list_id: int, actor: Actor) -> ImportedList:
    """Return a list. Raises ``NotFound``, and ``NotAllowed`` as its session does."""
    found = db.session.get(
        ImportedList, imported_list_id, options=[joinedload(ImportedList.category)]
    )
    if found is None:
        raise NotFound(f"imported_list:{imported_list_id}")
    sessions.get(found.training_session_id, actor)
    return found


def get_preview(imported_list_id: int, actor: Actor) -> ImportedList:
    """Return a list that is still being checked, as ``get`` does. Raises ``NotFound`` else."""
    found = get(imported_list_id, actor)
    if found.state is not ListState.PREVIEW:
        raise NotFound(found.tag)
    return found


def get_recorded(imported_list_id: int, actor: Actor) -> ImportedList:
    """Return a list that ``actor`` may take back, as ``get`` does.

    Raises ``NotFound`` for one that is not recorded, and ``NotAllowed``.
    """
    found = get(imported_list_id, actor)
    if not may_take_back(found.training_session, actor):
        raise NotAllowed("list.undo")
    if found.state is not ListState.APPLIED:
        raise NotFound(found.tag)
    return found


def session_to_write(training_session_id: int, actor: Actor) -> TrainingSession:
    """Return a session ``actor`` may write in. Raises ``NotFound``, ``NotAllowed``."""
    training_session = sessions.get(training_session_id, actor)
    if not may_write(training_session, actor):
        raise NotAllowed("list.write")
    return training_session


def session_by_code(code: str, actor: Actor) -> TrainingSession:
    """Return the session with that reference or short code, as ``session_to_write`` does."""
    typed = code.strip().upper()
    found = db.session.scalar(
        select(TrainingSession.id).where(
            or_(TrainingSession.reference == typed, TrainingSession.short_code == typed)
        )
    )
    if found is None:
        raise NotFound(f"training_session:{typed}")
    return session_to_write(found, actor)


def refused_rows(imported_list: ImportedList) -> Sequence[ImportedRow]:
    """Return the rows of an applied list that were not recorded, in order."""
    return db.session.scalars(
        select(ImportedRow)
        .where(
            ImportedRow.imported_list_id == imported_list.id,
            ImportedRow.decision == Decision.REFUSED,
        )
        .order_by(ImportedRow.number)
    ).all()


def counted_rows(imported_list: ImportedList) -> int:
    """Return how many rows of a list were counted without a name."""
    asked = select(func.count()).where(
        ImportedRow.imported_list_id == imported_list.id,
        ImportedRow.decision == Decision.REFUSED,
        ImportedRow.counted > 0,
    )
    return db.session.scalar(asked) or 0


def same_file(training_session_id: int, digest: str) -> ImportedList | None:
    """Return the list of those very bytes in the session, if there is one."""
    return db.session.scalar(
        select(ImportedList).where(
            ImportedList.training_session_id == training_session_id,
            ImportedList.digest == digest,
        )
    )
