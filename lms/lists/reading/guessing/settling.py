"""The columns of a list once the cells below them are looked at too."""

import re
from collections.abc import Sequence
from dataclasses import replace
from string import ascii_uppercase

from lms.lib.sheets.cells import Cell, text_of
from lms.lib.sheets.sheet import Sheet
from lms.lists.reading import naming
from lms.lists.reading.guessing import shapes
from lms.lists.reading.headings import Column, Meaning, meaning
from lms.lists.reading.words import known

Rows = Sequence[Sequence[Cell]]
# Whatever somebody writes above them, these columns are known by their cells.
UNMISTAKABLE = frozenset({Meaning.SEX, Meaning.PHONE, Meaning.RANK})
FEWEST_VOTES = 3
CLEAR = 0.75
"""Share of the votes against what a heading says that lets the cells win."""
FEWEST_MEANT = 2
"""Columns besides the names that make a table one of people."""
WITHOUT_HEADING = re.compile(r"\([A-Z]+\)")


def settle(columns: Sequence[Column], rows: Rows) -> tuple[Column, ...]:
    """Return the columns under a header: those it does not name, and names in their order."""
    found = {it.index: it for it in columns}
    taken = {it.meaning for it in columns}
    for index, cells in _by_column(rows).items():
        column = found.get(index)
        if column and (column.meaning is not Meaning.OTHER or meaning(column.heading)):
            continue
        guessed = shapes.guess(cells)
        if guessed is None or (guessed in taken and guessed is not Meaning.MARK):
            continue
        if column is None or guessed in UNMISTAKABLE:
            heading = column.heading if column else _letter(index)
            found[index] = Column(index, heading, guessed)
            taken.add(guessed)
    return tuple(_in_order([found[index] for index in sorted(found)], rows))


def without_header(sheet: Sheet) -> tuple[int, tuple[Column, ...]] | None:
    """Return after how many rows the people begin, and the columns; None when there are none."""
    above = _rows_above(sheet.rows)
    by_column = _by_column(sheet.rows[above:])
    # The first row may be headings nobody foresaw, which would spoil the shape of a column.
    guessed = {
        index: shapes.guess(cells[1:]) or shapes.guess(cells) for index, cells in by_column.items()
    }
    headed = _is_heading(sheet.rows[above], guessed)
    meant = {index: it for index, it in guessed.items() if it is not None}
    others = {index: cells for index, cells in by_column.items() if index not in meant}
    if headed:
        others = {index: cells[1:] for index, cells in others.items()}
    names = shapes.name_columns(others, sure=len(meant) >= FEWEST_MEANT)
    if not names:
        return None
    seen: set[Meaning] = set()
    columns = []
    for index in sorted(by_column):
        kind = names.get(index) or meant.get(index) or Meaning.OTHER
        if kind in seen and kind is not Meaning.MARK:
            kind = Meaning.OTHER
        seen.add(kind)
        heading = text_of(sheet.rows[above][index]) if headed else ""
        columns.append(Column(index, heading or _letter(index), kind))
    start = above + headed
    return start, tuple(_in_order(columns, sheet.rows[start:]))


def has_heading(column: Column) -> bool:
    """Tell whether the heading of a column stands in the list."""
    return WITHOUT_HEADING.fullmatch(column.heading) is None


def _in_order(columns: Sequence[Column], rows: Rows) -> list[Column]:
    """Let the cells say which name comes first, where they say it clearly."""
    by_meaning = {it.meaning: it for it in columns}
    surname, given = by_meaning.get(Meaning.SURNAME), by_meaning.get(Meaning.GIVEN_NAMES)
    full = by_meaning.get(Meaning.SURNAME_FIRST) or by_meaning.get(Meaning.GIVEN_NAMES_FIRST)
    changed: dict[int, Meaning] = {}
    if surname and given:
        if _swapped(_texts(rows, surname.index), _texts(rows, given.index)):
            changed = {surname.index: Meaning.GIVEN_NAMES, given.index: Meaning.SURNAME}
    elif full or (surname and _holds_more(_texts(rows, surname.index))):
        column = full or surname
        if column is not None:
            changed = {column.index: _order(column, _texts(rows, column.index))}
    return [replace(it, meaning=changed.get(it.index, it.meaning)) for it in columns]


def _order(column: Column, names: Sequence[str]) -> Meaning:
    votes = [it for it in map(naming.vote, names) if it]
    given_first = column.meaning is Meaning.GIVEN_NAMES_FIRST
    said = -1 if given_first else 1
    against = sum(it != said for it in votes)
    flipped = len(votes) >= FEWEST_VOTES and against >= CLEAR * len(votes)
    return Meaning.GIVEN_NAMES_FIRST if given_first != flipped else Meaning.SURNAME_FIRST


def _swapped(surnames: Sequence[str], given_names: Sequence[str]) -> bool:
    """Tell whether the two columns stand under each other's heading."""
    votes = [
        known.leaning(one.split()[0]) - known.leaning(other.split()[0])
        for one, other in zip(surnames, given_names, strict=False)
        if one and other
    ]
    against = sum(it < 0 for it in votes)
    return against >= FEWEST_VOTES and against >= CLEAR * sum(map(bool, votes))


def _holds_more(names: Sequence[str]) -> bool:
    """Tell whether a column of surnames holds whole names, as no other has the given ones."""
    more = sum(" " in it for it in names)
    return more > len(names) / 2


def _texts(rows: Rows, index: int) -> list[str]:
    cells = [row[index] for row in rows[: shapes.ROWS_LOOKED_AT]]
    return [" ".join(text_of(it).split()) for it in cells if it is not None]


def _by_column(rows: Rows) -> dict[int, list[Cell]]:
    """Return the cells of each column that holds any."""
    looked_at = rows[: shapes.ROWS_LOOKED_AT]
    width = len(rows[0]) if rows else 0
    columns = {index: [row[index] for row in looked_at] for index in range(width)}
    return {index: it for index, it in columns.items() if any(cell is not None for cell in it)}


def _rows_above(rows: Rows) -> int:
    """Count the rows of titles: those with far fewer cells than most below them."""
    counts = [sum(cell is not None for cell in row) for row in rows[: shapes.ROWS_LOOKED_AT]]
    usual = sorted(it for it in counts if it)[sum(map(bool, counts)) // 2]
    return next(at for at, count in enumerate(counts) if count * 2 > usual)


def _is_heading(row: Sequence[Cell], guessed: dict[int, Meaning | None]) -> bool:
    """Tell whether the first row says what is below it, in words that nobody foresaw."""
    shaped = {index: it for index, it in guessed.items() if it is not None}
    filled = [(row[index], kind) for index, kind in shaped.items() if row[index] is not None]
    return len(filled) >= FEWEST_MEANT and not any(
        shapes.fits(kind, cell) for cell, kind in filled
    )


def _letter(index: int) -> str:
    """Return what a spreadsheet calls a column, for one without a heading: (C)."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return f"({letters})"
