"""The rows of a list: one person each, or the reason why not (DOMAIN 2.3, R16)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lms.lib.sheets.cells import Cell, text_of
from lms.lib.sheets.sheet import Sheet
from lms.lists.reading import feet
from lms.lists.reading.headings import Meaning
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import PersonReader, ReadRow, Refusal, Terms
from lms.people.rules import service_number_key
from lms.sessions.rules.ages import must_stay_unwritten


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
    for number, row in enumerate(sheet.rows[mapping.header_row :], mapping.header_row + 1):
        if _says_nothing(row, sheet.rows[mapping.header_row - 1], mapping):
            continue
        if feet.is_foot(row, below_another=below_foot):
            below_foot = True
            declared = declared or feet.declared_total(row)
            continue
        read = PersonReader(number, row, mapping, terms).read()
        if must_stay_unwritten(
            top_category=terms.tops.get(read.category, ""),
            first_day=terms.first_day,
            birth_date=read.birth.day if read.birth else None,
        ):
            withheld.append(number)
        else:
            rows.append(read)
    return Reading(_without_twins(rows), tuple(withheld), declared)


def _says_nothing(row: Sequence[Cell], header: Sequence[Cell], mapping: Mapping) -> bool:
    """Tell whether a row is blank, prepared with a number only, or the header once more."""
    numbered = mapping.index(Meaning.NUMBER)
    filled = [index for index, cell in enumerate(row) if cell is not None and index != numbered]
    return not filled or [text_of(it) for it in row] == [text_of(it) for it in header]


def _without_twins(rows: Sequence[ReadRow]) -> tuple[ReadRow, ...]:
    """Refuse a row with the number of an earlier one: one row a person a list."""
    seen: set[str] = set()
    kept = []
    for row in rows:
        key = service_number_key(row.service_number or "")
        if key in seen and not row.refusal:
            kept.append(replace(row, refusal=Refusal.REPEATED_NUMBER))
            continue
        if key and not row.refusal:
            seen.add(key)
        kept.append(row)
    return tuple(kept)
