"""Where the header of a list stands, under titles, blank rows and dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lms.errors import RuleBroken
from lms.lib.sheets.cells import Cell, text_of
from lms.lib.sheets.sheet import Sheet
from lms.lists.reading.headings import COUNTS, NAMES, Meaning, meaning

ROWS_SEARCHED = 40
FEWEST_COUNTS = 2
"""Columns of men, women, boys and girls that make a list of headcounts."""


class Missing(StrEnum):
    """Why a table is no attendance list."""

    NAMES = "names"
    HEADCOUNTS = "headcounts"


class NotAList(RuleBroken):
    """The table has no header with names; carries what it is instead."""

    def __init__(self, missing: Missing) -> None:
        super().__init__(missing.value)
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the list: its place counted from 0, its heading, what it holds."""

    index: int
    heading: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Header:
    """The header row, its number counted from 1, and the columns with a heading."""

    row: int
    columns: tuple[Column, ...]


def find_header(sheet: Sheet) -> Header:
    """Return the row that reads most like a header. Raises ``NotAList`` without names in it."""
    read = [_columns(row) for row in sheet.rows[:ROWS_SEARCHED]]
    best = max(range(len(read)), key=lambda number: (_score(read[number]), -number))
    meanings = {it.meaning for it in read[best]}
    if not meanings & NAMES:
        counted = len(meanings & COUNTS) >= FEWEST_COUNTS
        raise NotAList(Missing.HEADCOUNTS if counted else Missing.NAMES)
    return Header(best + 1, read[best])


def _columns(row: Sequence[Cell]) -> tuple[Column, ...]:
    """Read a row as if it were the header; of columns that mean the same, the first counts."""
    columns: list[Column] = []
    for index, cell in enumerate(row):
        found = meaning(cell) or Meaning.OTHER
        repeated = any(it.meaning is found for it in columns)
        if repeated and found is not Meaning.MARK:
            found = Meaning.OTHER
        if cell is not None:
            columns.append(Column(index, text_of(cell), found))
    return tuple(columns)


def _score(columns: Sequence[Column]) -> tuple[bool, int]:
    """Prefer a row with a name in it, then the one with most columns understood."""
    known = {it.meaning for it in columns} - {Meaning.OTHER}
    named = bool(known & NAMES)
    marks = sum(it.meaning is Meaning.MARK for it in columns)
    return named, len(known) + marks
