"""What lists forget of somebody whose data is erased: their rows in kept files."""

from collections import defaultdict

from sqlalchemy import select

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.db import WITH_WITHDRAWN
from lms.extensions import db
from lms.files import services as files
from lms.lists import queries
from lms.lists.models import ImportedList, ImportedRow
from lms.lists.services import _keeping
from lms.sessions.models import Participation


def forget(*, person_id: int, actor: Actor) -> None:
    """Cut a person's rows out of the files kept as evidence; the others stay in place."""
    require(actor, "person.erase", Role.UNIT_HEAD)
    found = db.session.scalars(
        select(ImportedRow)
        .join(Participation, Participation.id == ImportedRow.participation_id)
        .where(Participation.person_id == person_id),
        execution_options=WITH_WITHDRAWN,
    )
    rows: dict[int, list[ImportedRow]] = defaultdict(list)
    for it in found:
        it.evidence = None
        rows[it.imported_list_id].append(it)
    for list_id, those in sorted(rows.items()):
        imported_list = db.session.get_one(ImportedList, list_id)
        _cut(imported_list, {it.number for it in those}, actor)
        audit.record("imported_list:rows_erased", imported_list.tag, actor=actor)
    db.session.flush()


def _cut(imported_list: ImportedList, numbers: set[int], actor: Actor) -> None:
    stored = imported_list.stored_file
    if stored is None or stored.keep_until is None:
        return
    content = _keeping.without_rows(queries.sheet_of(imported_list), numbers)
    imported_list.stored_file = files.store(
        content=content, keep_until=stored.keep_until, actor=actor
    )
    db.session.flush()  # the file replaced is free only then
    if imported_list.stored_file is not stored:
        _keeping.forget_unless_used(stored, actor)
