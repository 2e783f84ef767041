"""The first rows of a list as they are read, for whoever says what its columns hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from lms.i18n import localised
from lms.lists import labels, pages, queries, tallies
from lms.lists.models import ImportedList
from lms.lists.outcomes import Outcome
from lms.lists.reading.headings import Meaning
from lms.lists.reading.mapping import Mapping
from lms.people import queries as people
from lms.people.kinds import BirthPrecision
from lms.people.labels import SEXES
from lms.people.rules import spaced_phone

ROWS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Some rows as they are read, and the first filled cell of each column as it stands."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    cells: dict[int, str]


def sample(imported_list: ImportedList, mapping: Mapping) -> Sample:
    """Return the first rows of a list; rows to withhold are not among them (R16)."""
    if mapping.counts:
        counted = queries.preview_counts(imported_list)
        tally = tallies.tally(counted)
        return Sample(
            headings=[_("Row"), _("Category"), *tally.headings],
            rows=[[str(it.number), it.category, *map(str, it.cells)] for it in tally.lines[:ROWS]],
            cells=counted.samples,
        )
    preview = queries.preview(imported_list)
    shown = (
        *(Meaning.SURNAME, Meaning.GIVEN_NAMES, Meaning.SEX, Meaning.BIRTH, Meaning.PHONE),
        *(Meaning.RANK, Meaning.SERVICE_NUMBER, Meaning.UNIT, Meaning.CATEGORY),
    )
    names = {it.code: localised(it, "label") for it in people.categories(with_inactive=True)}
    headings = [_("Row"), *map(labels.meaning, shown), _("Attendance")]
    rows = [_row(it, names) for it in preview.outcomes[:ROWS]]
    told = [at for at in range(len(headings)) if any(row[at] for row in rows)]
    return Sample(
        headings=[headings[at] for at in told],
        rows=[[row[at] for at in told] for row in rows],
        cells=preview.samples,
    )


def _row(outcome: Outcome, names: dict[str, str]) -> list[str]:
    row = outcome.row
    return [
        pages.short(it)
        for it in (
            *(str(row.number), row.surname, row.given_names, str(SEXES[row.sex]), _birth(outcome)),
            spaced_phone(row.phone) if row.phone else "",
            *(row.rank or "", row.service_number or "", row.unit or ""),
            names.get(row.category, row.category),
            _("%(present)s of %(slots)s", present=outcome.present, slots=len(row.marks)),
        )
    ]


def _birth(outcome: Outcome) -> str:
    """Return the day, or the year where no more is known."""
    birth = outcome.row.birth
    if birth is None:
        return ""
    day = birth.day.isoformat()
    return day if birth.precision is BirthPrecision.DAY else day[:4]
