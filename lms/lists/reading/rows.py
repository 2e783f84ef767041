"""The rows of a list: one person each, or the reason why not (DOMAIN 2.3, R16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lms.lib.sheets.cells import Cell, text_of
from lms.lib.sheets.sheet import Sheet
from lms.lists.reading import counts
from lms.lists.reading.headings import NAMES, Meaning
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import PersonReader, ReadRow, Terms
from lms.lists.reading.words import feet
from lms.sessions.rules.ages import must_stay_unwritten

FEWEST_MERGED = 3
"""Cells; a title merged over the columns stands in each, the name among them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a list says. ``withheld`` are rows to forget at once (R16), by number."""

    rows: tuple[ReadRow, ...]
    withheld: tuple[int, ...]
    declared_total: int | None


def read_rows(sheet: Sheet, mapping: Mapping, terms: Terms) -> Reading:
    """Read every row below the header; blank, numbered-only and foot rows are passed over."""
    rows: list[ReadRow] = []
    withheld: list[int] = []
    declared, below_foot = None, False
    header = sheet.rows[mapping.header_row - 1] if mapping.header_row else ()
    numbers = mapping.index(Meaning.NUMBER)
    for number, row in enumerate(sheet.rows[mapping.header_row :], mapping.header_row + 1):
        if _says_nothing(row, header, mapping) or feet.is_section(row, numbers):
            continue
        if feet.is_foot(row, below_another=below_foot):
            below_foot = below_foot or not feet.is_partial(row)
            declared = declared or feet.declared_total(row)
            continue
        reader = PersonReader(number, row, mapping, terms)
        read = reader.read()
        if _must_stay_unwritten(read, reader.births, terms):
            withheld.append(number)
        else:
            rows.append(read)
    return Reading(tuple(rows), tuple(withheld), declared)


def withheld_numbers(sheet: Sheet, mapping: Mapping, terms: Terms) -> tuple[int, ...]:
    """Return the rows of a list of any kind that must leave no trace (R16)."""
    if mapping.counts:
        return counts.read_counts(sheet, mapping, terms).withheld
    return read_rows(sheet, mapping, terms).withheld


def _must_stay_unwritten(row: ReadRow, births: Sequence[date], terms: Terms) -> bool:
    """Tell whether any birth date or age in the row makes it one to forget (R16)."""
    return any(
        must_stay_unwritten(
            top_category=terms.tops.get(row.category, ""),
            first_day=terms.first_day,
            birth_date=birth,
        )
        for birth in births
    )


def _says_nothing(row: Sequence[Cell], header: Sequence[Cell], mapping: Mapping) -> bool:
    """Tell whether a row is blank, prepared with a number only, a title or the header again."""
    numbered = mapping.index(Meaning.NUMBER)
    filled = [index for index, cell in enumerate(row) if cell is not None and index != numbered]
    if not filled:
        return True
    if header and all(text_of(it) == text_of(that) for it, that in zip(row, header, strict=True)):
        return True
    texts = {text_of(row[index]) for index in filled}
    named = any(it.index in filled for it in mapping.columns if it.meaning in NAMES)
    return named and len(filled) >= FEWEST_MERGED and len(texts) == 1
