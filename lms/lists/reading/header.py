"""Where the header of a list stands, under titles, blank rows and dates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lms.errors import RuleBroken
from lms.lib.sheets.cells import Cell, text_of
from lms.lib.sheets.sheet import Sheet
from lms.lists.reading.guessing import settling, shapes
from lms.lists.reading.headings import COUNTS, NAMES, Column, Meaning, meaning

ROWS_SEARCHED = 40
FEWEST_COUNTS = 2
"""Columns of men, women, boys and girls that make a list of headcounts."""
FEWEST_NAMES = 3
"""Cells from which on it is judged whether they can be names."""
FEWEST_DIVIDED = 2
"""Headings of a second row; a lone « F » is a cell of somebody."""

UNDIVIDED = frozenset({Meaning.MARK, Meaning.SIGNATURE, Meaning.OTHER, Meaning.SEX, Meaning.TOTAL})
"""What may stand over several columns that a second row tells apart."""


class Missing(StrEnum):
    """Why a table is no attendance list."""

    NAMES = "names"


class NotAList(RuleBroken):
    """The table has no header with names; carries what it is instead."""

    def __init__(self, missing: Missing) -> None:
        super().__init__(missing.value)
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Header:
    """The header row, its number counted from 1, and its columns; 0 when the list has none."""

    row: int
    columns: tuple[Column, ...]


def find_header(sheet: Sheet) -> Header:
    """Return the row that reads most like a header; without any, what the cells look like.

    Raises ``NotAList`` when there are neither names in it nor numbers of people.
    """
    read = [_columns(row) for row in sheet.rows[:ROWS_SEARCHED]]
    best = max(range(len(read)), key=lambda number: (_score(read[number]), -number))
    meanings = {it.meaning for it in read[best]}
    if meanings & NAMES:
        below, columns = _with_second_row(sheet, best, read)
        header = Header(below, settling.settle(columns, sheet.rows[below:]))
        if not _names_stand_below(sheet, header):
            raise NotAList(Missing.NAMES)
        return header
    if len(meanings & COUNTS) >= FEWEST_COUNTS:
        below, columns = _with_second_row(sheet, best, read)
        return Header(below, columns)
    found = settling.without_header(sheet)
    if found is None:
        raise NotAList(Missing.NAMES)
    return Header(*found)


def _names_stand_below(sheet: Sheet, header: Header) -> bool:
    """Tell whether what stands below « name » can be names: a program has that word too."""
    places = [it.index for it in header.columns if it.meaning in NAMES]
    cells = [row[it] for row in sheet.rows[header.row :] for it in places if row[it] is not None]
    if len(cells) < FEWEST_NAMES:
        return True
    return 2 * sum(map(shapes.can_be_name, cells)) >= len(cells)


def _columns(row: Sequence[Cell]) -> tuple[Column, ...]:
    """Read a row as if it were the header."""
    cells = [(index, cell) for index, cell in enumerate(row) if cell is not None]
    return _told_apart(
        Column(index, text_of(it), meaning(it) or Meaning.OTHER) for index, it in cells
    )


def _told_apart(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Let the first count of columns that mean the same; of marks there may be many."""
    seen: set[Meaning] = set()
    told: list[Column] = []
    for it in columns:
        repeated = it.meaning in seen and it.meaning is not Meaning.MARK
        told.append(replace(it, meaning=Meaning.OTHER) if repeated else it)
        seen.add(it.meaning)
    return tuple(told)


def _with_second_row(
    sheet: Sheet, best: int, read: Sequence[Sequence[Column]]
) -> tuple[int, tuple[Column, ...]]:
    """Return how many rows the header ends below, and its columns.

    A second row of nothing but headings, J1, J2, … under « Présence », says more than the first.
    """
    second = read[best + 1] if best + 1 < len(read) else ()
    above = {it.index: it for it in read[best]}
    open_places = {it.index for it in read[best] if it.meaning in UNDIVIDED}
    places = {it.index for it in second}
    if (
        len(second) < FEWEST_DIVIDED
        or Meaning.OTHER in {it.meaning for it in second}
        or not places <= open_places | (set(range(len(sheet.rows[best]))) - above.keys())
    ):
        return best + 1, tuple(read[best])
    above |= {it.index: it for it in second}
    return best + 2, _told_apart(above[index] for index in sorted(above))


def _score(columns: Sequence[Column]) -> tuple[bool, int]:
    """Prefer a row with a name in it, then the one with most columns understood."""
    known = {it.meaning for it in columns} - {Meaning.OTHER}
    named = bool(known & NAMES)
    marks = sum(it.meaning is Meaning.MARK for it in columns)
    return named, len(known) + marks
