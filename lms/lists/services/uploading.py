"""Handing a list in, saying what its columns hold, and forgetting it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import structlog

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.extensions import db
from lms.files import storage
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import Sheet
from lms.lists import queries
from lms.lists.errors import AlreadyRecorded
from lms.lists.models import ImportedList, ListState
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.rows import withheld_numbers
from lms.lists.services import _access, _keeping, _remembering
from lms.people.models import Category
from lms.sessions.models import TrainingSession

log = structlog.get_logger(__name__)

LONGEST_FILENAME = 120


@dataclass(frozen=True, slots=True)
class Upload:
    """A list ready to be looked at, and the numbers of rows forgotten at once (R16)."""

    imported_list: ImportedList
    withheld: Sequence[int]


@dataclass(frozen=True, slots=True)
class NamedFile:
    """What somebody handed in."""

    name: str
    content: bytes


def upload(
    *,
    training_session: TrainingSession,
    file: NamedFile,
    category: Category,
    today: date,
    actor: Actor,
) -> Upload:
    """Read a list for a session and keep it for its preview; the same bytes open the same one.

    What was said of its columns stays, and rows forgotten for another category come back.
    ``category`` is that of whoever's row names none. Raises ``UnreadableSheet``, ``NotAList``,
    ``AlreadyRecorded``, ``SessionOver``.
    """
    _access.lock_session(training_session, actor)
    _access.require_open(training_session)
    before = queries.same_file(training_session.id, storage.digest_of(file.content))
    if before is not None and before.state is ListState.APPLIED:
        raise AlreadyRecorded(before.id, before.applied_at)
    sheet = read_sheet(file.content)
    mapping = queries.mapping_of(before) if before else _proposed(sheet, training_session)
    withheld = withheld_numbers(sheet, mapping, queries.terms(training_session, category))
    kept = _keeping.without_rows(sheet, withheld) if withheld else file.content
    imported_list = before or ImportedList(
        training_session=training_session,
        filename=file.name[-LONGEST_FILENAME:],
        digest=storage.digest_of(file.content),
        mapping=mapping.to_json(),
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
    imported_list.category = category
    _begin_again(imported_list)
    db.session.add(imported_list)
    _keeping.replace_file(imported_list, kept, today, actor)
    _trace("uploaded", imported_list, actor)
    return Upload(imported_list, withheld)


def _begin_again(imported_list: ImportedList) -> None:
    """Make a list that was taken back a preview; what became of its rows is in the trail."""
    if imported_list.state is ListState.UNDONE:
        imported_list.state = ListState.PREVIEW
        imported_list.rows = []
        imported_list.applied_at = imported_list.undone_at = None
        imported_list.recorded = imported_list.refused = None


def map_columns(
    *,
    imported_list: ImportedList,
    mapping: Mapping,
    category: Category,
    today: date,
    actor: Actor,
) -> Sequence[int]:
    """Say what the columns hold and which of them belongs to which slot.

    Returns the numbers of rows forgotten because of what the columns now say (R16). Raises
    ``AlreadyRecorded``, ``SessionOver``.
    """
    _access.lock_preview(imported_list, actor)
    _access.require_open(imported_list.training_session)
    imported_list.mapping = mapping.to_json()
    imported_list.category = category
    withheld = _keeping.withhold_again(imported_list, today, actor)
    _remembering.remember(
        imported_list=imported_list, now=datetime.combine(today, time(), tzinfo=UTC)
    )
    _trace("mapped", imported_list, actor)
    return withheld


def discard(*, imported_list: ImportedList, actor: Actor) -> None:
    """Forget a list that was only looked at, with its file. Raises ``AlreadyRecorded``."""
    _access.lock_preview(imported_list, actor)
    _trace("discarded", imported_list, actor)
    stored = imported_list.stored_file
    db.session.delete(imported_list)
    db.session.flush()  # the file is free once the list is gone
    _keeping.forget_unless_used(stored, actor)


def _proposed(sheet: Sheet, training_session: TrainingSession) -> Mapping:
    return queries.proposed(sheet, len(queries.slots_of(training_session)))


def _trace(act: str, imported_list: ImportedList, actor: Actor) -> None:
    audit.record(f"imported_list:{act}", imported_list.tag, actor=actor)
    log.info(
        "imported_list.changed",
        act=act,
        id=imported_list.id,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
