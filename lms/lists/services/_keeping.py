"""Keeping the file of a list: as it came, without rows to forget, or no longer (R16, DOMAIN 7)."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from sqlalchemy import func, select

from lms.accounts.actors import Actor
from lms.extensions import db
from lms.files import queries as file_queries, services as files
from lms.files.models import StoredFile
from lms.lib.sheets.cells import Cell, text_of
from lms.lib.sheets.sheet import Sheet
from lms.lib.sheets.writing import Table, write_xlsx
from lms.lists import queries
from lms.lists.models import ImportedList
from lms.lists.reading.rows import withheld_numbers

PREVIEW_DAYS = 30
EVIDENCE_DAYS = 365
"""After the last day of the session."""


def keep(content: bytes, today: date, actor: Actor) -> StoredFile:
    """Keep what is looked at for a month."""
    until = today + timedelta(days=PREVIEW_DAYS)
    return files.store(content=content, keep_until=until, actor=actor)


def withhold_again(imported_list: ImportedList, today: date, actor: Actor) -> Sequence[int]:
    """Read the list under its new terms; forget the rows that must leave no trace (R16)."""
    sheet = queries.sheet_of(imported_list)
    terms = queries.terms(imported_list.training_session, imported_list.category)
    withheld = withheld_numbers(sheet, queries.mapping_of(imported_list), terms)
    if withheld:
        replace_file(imported_list, without_rows(sheet, withheld), today, actor)
    return withheld


def replace_file(imported_list: ImportedList, content: bytes, today: date, actor: Actor) -> None:
    """Keep the content as the list's file, and no longer the one it had."""
    replaced = imported_list.stored_file
    imported_list.stored_file = keep(content, today, actor)
    db.session.flush()  # the file replaced is free only then
    if replaced is not imported_list.stored_file:
        forget_unless_used(replaced, actor)


def keep_as_evidence(imported_list: ImportedList, *, whole: bool, actor: Actor) -> None:
    """Keep an applied list for a year, unless rows must be forgotten: then not at all (R16).

    ``whole`` says that none was found now; those found before are gone from the file.
    """
    stored = imported_list.stored_file
    if stored is None:
        return
    if whole and stored.digest == imported_list.digest:
        last_day = imported_list.training_session.last_day
        until = last_day + timedelta(days=EVIDENCE_DAYS)
        stored.keep_until = max(stored.keep_until or until, until)
        return
    imported_list.stored_file = None
    db.session.flush()  # the file is free only then
    forget_unless_used(stored, actor)


def forget_unless_used(stored: StoredFile | None, actor: Actor) -> None:
    """Delete a file unless another list holds the same bytes."""
    if stored is None or file_queries.locked(stored.digest) is None:
        return
    users = select(func.count()).where(ImportedList.stored_file_id == stored.id)
    if not db.session.scalar(users):
        files.forget(stored_file=stored, actor=actor)


def without_rows(sheet: Sheet, withheld: Collection[int]) -> bytes:
    """Return the sheet as a workbook in which the rows are blank and the others in place."""
    blank: tuple[Cell, ...] = (None,) * len(sheet.rows[0])
    rows = [blank if number in withheld else row for number, row in enumerate(sheet.rows, 1)]
    header = [text_of(cell) for cell in rows[0]]
    return write_xlsx([Table(title=sheet.name or "1", header=header, rows=rows[1:])])
