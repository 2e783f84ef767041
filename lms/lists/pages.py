"""What the page of a preview shows: counts, filters and one page of rows, in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flask import url_for
from flask_babel import gettext as _

from lms.lists import labels
from lms.lists.outcomes import Decision, Outcome
from lms.lists.queries import Preview
from lms.lists.reading.counts import COUNTED
from lms.lists.reading.headings import NAMES, Meaning
from lms.lists.reading.mapping import Mapping, mark_columns
from lms.people import names
from lms.people.labels import SEXES

PAGE_SIZE = 50
LONGEST_SHOWN = 60
"""Letters of a name or sample; a hostile cell has thousands."""


class Show(StrEnum):
    """Which rows the page shows."""

    ALL = "all"
    NEW = "new"
    KNOWN = "known"
    MAYBE = "maybe"
    LOOK = "look"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the list in words."""

    number: int
    name: str
    sex: str
    present: int
    decision: Decision
    word: str
    why: str
    doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLine:
    """One column: its heading, its first cell, and what it is read as."""

    index: int
    heading: str
    sample: str
    meaning: str
    read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One filter with how many rows it shows, as the component ``tabs`` takes it."""

    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The whole page of a preview."""

    lines: Sequence[Line]
    columns: Sequence[ColumnLine]
    filters: Sequence[Filter]
    page: int
    pages: int
    shown: int
    lines_read: int
    slots: int
    counts: dict[str, int]
    to_record: int
    to_decide: int
    header_row: int
    incomplete: bool
    totals_differ: str
    notes: Sequence[str]
    """What is said once for the whole list."""


SHOWN: dict[Show, Callable[[Outcome], bool]] = {
    Show.ALL: lambda _it: True,
    Show.NEW: lambda it: it.decision is Decision.NEW,
    Show.KNOWN: lambda it: it.decision is Decision.KNOWN,
    Show.MAYBE: lambda it: it.decision is Decision.MAYBE,
    Show.LOOK: lambda it: it.decision is not Decision.REFUSED and it.doubtful,
    Show.REFUSED: lambda it: it.decision is Decision.REFUSED,
}


def check(preview: Preview, imported_list_id: int, *, show: Show, page: int) -> Check:
    """Return the page of a preview that shows some of its rows."""
    chosen = {which: list(filter(test, preview.outcomes)) for which, test in SHOWN.items()}
    counts = {which.value: len(rows) for which, rows in chosen.items()}
    pages = max(-(-len(chosen[show]) // PAGE_SIZE), 1)
    page = min(max(page, 1), pages)
    return Check(
        lines=[_line(it) for it in chosen[show][(page - 1) * PAGE_SIZE : page * PAGE_SIZE]],
        columns=columns(preview.mapping, preview.samples),
        filters=_filters(counts, imported_list_id, show),
        page=page,
        pages=pages,
        shown=len(chosen[show]),
        lines_read=len(preview.outcomes),
        slots=len(preview.mapping.slots),
        counts=counts,
        to_record=len(preview.to_record),
        to_decide=counts[Show.MAYBE.value],
        header_row=preview.mapping.header_row,
        incomplete=not preview.mapping.complete,
        totals_differ=labels.difference(preview),
        notes=labels.notes(preview),
    )


def columns(mapping: Mapping, samples: dict[int, str]) -> list[ColumnLine]:
    """Return the columns of a list in order, each with a sample."""
    marked = set(mapping.slots)
    return [
        ColumnLine(
            index=it.index,
            heading=short(it.heading),
            sample=short(samples.get(it.index, "")),
            meaning=labels.meaning(it.meaning),
            read=it.index in marked or _is_read(it.meaning),
        )
        for it in mapping.columns
    ]


def mark_headings(mapping: Mapping) -> list[str]:
    """Return the headings of the columns that say who was there."""
    return [short(it.heading) for it in mark_columns(mapping.columns)]


def _is_read(meaning: Meaning) -> bool:
    return meaning in NAMES or meaning in {
        Meaning.RANK,
        Meaning.SERVICE_NUMBER,
        Meaning.SEX,
        Meaning.UNIT,
        Meaning.BIRTH,
        Meaning.AGE,
        Meaning.PHONE,
        Meaning.CATEGORY,
        *COUNTED,
    }


def _filters(counts: dict[str, int], imported_list_id: int, shown: Show) -> list[Filter]:
    # L10N: filters of the rows of a list, feminine plural in French
    words = {
        Show.ALL: _("All (%(count)s)", count=counts[Show.ALL]),
        Show.NEW: _("New (%(count)s)", count=counts[Show.NEW]),
        Show.KNOWN: _("Known (%(count)s)", count=counts[Show.KNOWN]),
        Show.MAYBE: _("To decide (%(count)s)", count=counts[Show.MAYBE]),
        Show.LOOK: _("To look at (%(count)s)", count=counts[Show.LOOK]),
        Show.REFUSED: _("Refused (%(count)s)", count=counts[Show.REFUSED]),
    }
    return [
        Filter(
            label=label,
            href=url_for("lists.show", imported_list_id=imported_list_id, show=show.value),
            current=show is shown,
        )
        for show, label in words.items()
        if counts[show] or show is Show.ALL
    ]


def _line(outcome: Outcome) -> Line:
    row = outcome.row
    return Line(
        number=row.number,
        name=short(names.display(row.surname, row.given_names)) or _("(no name)"),
        sex=str(SEXES[row.sex]),
        present=outcome.present,
        decision=outcome.decision,
        word=str(labels.DECISIONS[outcome.decision]),
        why=labels.why(outcome),
        doubtful=outcome.doubtful and outcome.decision is not Decision.REFUSED,
    )


def short(text: str) -> str:
    """Return a text as far as a page shows it."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
