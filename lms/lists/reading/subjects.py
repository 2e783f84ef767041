"""What a list says as a whole, in its titles and headings: whom it is of, and which day."""

import re
from collections.abc import Iterable
from datetime import date

from lms.lib.sheets.cells import Cell, text_of
from lms.lib.sheets.sheet import Sheet
from lms.lists.reading.cells import MONTH_OF
from lms.lists.reading.mapping import Mapping
from lms.people.names import plain

# Whoever's titles and headings hold these words is taken for that audience; the first wins.
AUDIENCES = (
    ("childrens-parliament", r"parlement des enfants|children s? ?parliament"),
    ("cp-subgroup", r"sous groupe|sub ?group"),
    (
        "malian-forces",
        (
            r"forces de defense|forces armees|fds|fdsm|fama|gendarmerie|garde nationale"
            r"|national guard|defence and security forces|matricule|service n(?:umber|o|r)"
        ),
    ),
    (
        "mission",
        (
            r"minusma|induction|index(?: no| number| n)?|component|composante|contingent|unpol"
            r"|peacekeep\w*|casques bleus"
        ),
    ),
    (
        "partners",
        r"partenaires?|partners?|structure|organisation|organization|agence|agency|ong|ngo",
    ),
    ("civil-society", r"quartier|village|association|societe civile|civil society|commune|carte"),
)
PATTERNS = tuple((code, re.compile(rf"\b(?:{words})\b")) for code, words in AUDIENCES)
MONTHS = "|".join(sorted(MONTH_OF, key=len, reverse=True))
NUMERIC = re.compile(r"(?<![0-9])([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})(?![0-9])")
ISO = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
WORDED = re.compile(rf"(?<![0-9])([0-9]{{1,2}})(?:er|st|nd|rd|th)? ({MONTHS})[a-z]* ([0-9]{{4}})")


def audience(sheet: Sheet, mapping: Mapping) -> str | None:
    """Return the top category a list seems to be of, or None when it does not say."""
    said = " ".join(_words(sheet, mapping))
    return next((code for code, pattern in PATTERNS if pattern.search(said)), None)


def day(sheet: Sheet, mapping: Mapping) -> date | None:
    """Return the first day that stands in the titles, or None."""
    found = [it for row in sheet.rows[: mapping.header_row] for cell in row for it in _days(cell)]
    return found[0] if found else None


def _words(sheet: Sheet, mapping: Mapping) -> Iterable[str]:
    for row in sheet.rows[: max(mapping.header_row - 1, 0)]:
        yield from {plain(text_of(cell)) for cell in row if cell is not None}
    yield from (plain(it.heading) for it in mapping.columns)


def _days(cell: Cell) -> Iterable[date]:
    if isinstance(cell, date):
        yield cell
        return
    text = text_of(cell)
    for year, month, number in (
        *((it[3], it[2], it[1]) for it in NUMERIC.finditer(text)),
        *((it[1], it[2], it[3]) for it in ISO.finditer(text)),
        *((it[3], MONTH_OF[it[2]], it[1]) for it in WORDED.finditer(plain(text))),
    ):
        try:
            yield date(int(year), int(month), int(number))
        except ValueError:
            continue
