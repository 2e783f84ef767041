"""The words and numbers of a table in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from flask_babel import (
    format_date,
    gettext as _,
    lazy_gettext as _l,
    lazy_pgettext as _lp,
    ngettext,
)

from lms.figures.counting.coverage import Coverage
from lms.figures.counting.dimensions import NONE, PERIODS, Dimension
from lms.figures.counting.periods import PeriodKind
from lms.figures.counting.questions import OF_PERSONS, Measure
from lms.figures.counting.ranges import Range
from lms.figures.counting.tables import LineKind
from lms.figures.counting.values import Column, Count
from lms.figures.ledger.codes import READ, named
from lms.figures.models import DeclaredFigure, Indicator
from lms.figures.queries import Region
from lms.figures.totals import Reading
from lms.i18n import localised, number, percent
from lms.people.kinds import AgeGroup, Sex
from lms.people.models import Category
from lms.sessions.labels import PHASES
from lms.sessions.outcome import Outcome

MEASURES = {
    Measure.PERSONS_TRAINED: _l("Persons trained"),
    Measure.PERSONS_SENSITIZED: _l("Persons sensitized"),
    Measure.PARTICIPATIONS: _l("Participations in completed training"),
    Measure.PARTICIPATIONS_ALL: _l("Participations in all"),
    Measure.HEADCOUNT_SENSITIZED: _l("Headcount sensitized"),
    Measure.HEADCOUNT_TRAINED: _l("Headcount trained"),
    Measure.INDICATOR: _l("Indicators"),
}
# L10N: the name of a sheet of a workbook; with “, regions” after it, at most 31 letters
SHEETS = {
    Measure.PERSONS_TRAINED: _l("Persons trained"),
    Measure.PERSONS_SENSITIZED: _l("Persons sensitized"),
    Measure.PARTICIPATIONS: _l("Completed participations"),
    Measure.PARTICIPATIONS_ALL: _l("Participations in all"),
    Measure.HEADCOUNT_SENSITIZED: _lp("sheet", "Headcount sensitized"),
    Measure.HEADCOUNT_TRAINED: _lp("sheet", "Headcount trained"),
}
OUTCOMES = {
    Outcome.TRAINED: _l("trained"),
    Outcome.SENSITIZED: _l("sensitized"),
}
COLUMNS = {
    Column.MEN: _l("Men"),
    Column.WOMEN: _l("Women"),
    Column.ADULTS_UNSPECIFIED: _l("Adults not specified"),
    Column.BOYS: _l("Boys"),
    Column.GIRLS: _l("Girls"),
    Column.MINORS_UNSPECIFIED: _l("Minors not specified"),
}
DIMENSIONS = {
    Dimension.CATEGORY: _l("Category"),
    Dimension.SEX: _l("Sex"),
    Dimension.AGE_GROUP: _l("Age group"),
    Dimension.REGION: _l("Region"),
    Dimension.CERCLE: _l("Cercle"),
    Dimension.PROGRAMME: _l("Programme"),
    Dimension.COURSE: _l("Course"),
    Dimension.ORGANISATION: _l("Lead organisation"),
    Dimension.PHASE: _l("Phase"),
    Dimension.OUTCOME: _l("Outcome"),
    Dimension.MONTH: _l("Month"),
    Dimension.QUARTER: _l("Quarter"),
    Dimension.YEAR: _l("Year"),
    Dimension.BUDGET_YEAR: _l("Budget year"),
}
ROWS: dict[str, str] = {
    Sex.MALE: _l("Male"),
    Sex.FEMALE: _l("Female"),
    Sex.UNSPECIFIED: _l("Not specified"),
    AgeGroup.ADULT: _l("Adults"),
    AgeGroup.MINOR: _l("Minors"),
    **{str(it): words for it, words in PHASES.items()},
    **{str(it): words for it, words in OUTCOMES.items()},
}
# A person who stands in two rows is one person, whatever the rows are.
OVERLAPS = {
    Dimension.CATEGORY: _l("Overlap between categories"),
    Dimension.REGION: _l("Overlap between regions"),
    Dimension.CERCLE: _l("Overlap between cercles"),
    Dimension.PROGRAMME: _l("Overlap between programmes"),
    Dimension.COURSE: _l("Overlap between courses"),
    Dimension.ORGANISATION: _l("Overlap between organisations"),
    Dimension.PHASE: _l("Overlap between phases"),
}


class Headed(Protocol):
    """A line as far as its name goes, whatever its numbers are."""

    @property
    def kind(self) -> LineKind:
        """What the line is."""

    @property
    def code(self) -> str:
        """The row, or the parent of an overlap."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the rows of a reading are called in the reader's language."""

    categories: Mapping[str, str]
    regions: Mapping[str, str]
    others: dict[Dimension, Mapping[str, str]] = field(default_factory=dict)
    """Of the other dimensions, once somebody asked for them."""

    def row(self, code: str, dimension: Dimension = Dimension.CATEGORY) -> str:
        """Return the name of a row; an unknown one is called by its code."""
        if dimension in PERIODS:
            return period(PERIODS[dimension], code)
        if code in ROWS:
            return str(ROWS[code])
        return self._of(dimension).get(code, code)

    def _of(self, dimension: Dimension) -> Mapping[str, str]:
        if dimension is Dimension.REGION:
            return self.regions
        if dimension not in READ:
            return self.categories
        if dimension not in self.others:
            known = {code: localised(it, "name") for code, it in named(dimension).items()}
            self.others[dimension] = known | {NONE: _("None")}
        return self.others[dimension]


def names(reading: Reading) -> Names:
    """Return the names of all rows that the tables of ``reading`` may have."""
    regions = {it.code: it for it in reading.regions.values()}  # each of many places
    return Names(
        categories={it.code: text(it) for it in reading.categories},
        regions={code: region(it) for code, it in regions.items()},
    )


def text(labelled: Category | DeclaredFigure | Indicator) -> str:
    """Return the label in the reader's language."""
    return localised(labelled, "label")


def region(place: Region) -> str:
    """Return the name of a region in the reader's language."""
    return localised(place, "name")


def to_check(found: Range | None) -> str:
    """Return how many of a total are to be checked and its bounds; empty where nothing is."""
    if found is None:
        return ""
    return ngettext(
        "of whom %(num)s to be checked: between %(lowest)s and %(highest)s",
        "of whom %(num)s to be checked: between %(lowest)s and %(highest)s",
        found.doubtful,
        lowest=number(found.lowest),
        highest=number(found.highest),
    )


def line(shown: Headed, names: Names, measure: Measure, dimension: Dimension) -> str:
    """Return the head of a line."""
    match shown.kind:
        case LineKind.ROW:
            return names.row(shown.code, dimension)
        case LineKind.UNSPECIFIED:
            return _("Not specified")
        case LineKind.OVERLAP if shown.code:
            return _("Overlap within this category")
        case LineKind.OVERLAP:
            return str(OVERLAPS.get(dimension, _("Overlap between periods")))
        case LineKind.TOTAL:
            return _("Distinct persons") if measure in OF_PERSONS else _("Total")


def period(kind: PeriodKind, code: str) -> str:
    """Return what a period is called: July 2013, Q2 2014, 2014, 2013/14."""
    match kind:
        case PeriodKind.MONTH:
            return format_date(date.fromisoformat(f"{code}-01"), "LLLL yyyy")
        case PeriodKind.QUARTER:
            year, quarter = code.split("-Q")
            # L10N: a quarter of a year, short for a tab: Q2 2015, T2 2015
            return _("Q%(quarter)s %(year)s", quarter=quarter, year=year)
        case PeriodKind.YEAR | PeriodKind.BUDGET_YEAR:
            return code


def quarter(value: int) -> str:
    """Return a quarter without its year, as short as a column is narrow: Q2, T2."""
    return _("Q%(quarter)s", quarter=value)


def count(shown: Count) -> str:
    """Return a number as a sentence has it: a true minus, "at least" before what is open."""
    digits = number(abs(shown.value))
    if shown.at_least:
        return _("at least %(count)s", count=digits)
    return f"−{digits}" if shown.value < 0 else digits


def cell(shown: Count) -> str:
    """Return a number as a narrow cell of a table has it."""
    return f"≥\u00a0{number(shown.value)}" if shown.at_least else count(shown)


def published(shown: Count) -> str:
    """Return a published number; an open one in the wording of its source (R10)."""
    digits = number(shown.value)
    return _("more than %(count)s", count=digits) if shown.at_least else digits


def coverage(shown: Coverage) -> str:
    """Return the share of the declared strength; never more than the whole of it (R17)."""
    if shown.undeclared:
        return _("strength not declared")
    if shown.outdated:
        return _("strength to be updated")
    return percent(shown.share) if shown.share is not None else "–"


def listed(words: Iterable[str]) -> str:
    """Return the words as a list in a sentence."""
    *before, last = [*words, ""][:-1] or [""]
    if not before:
        return last
    return _("%(first)s and %(last)s", first=", ".join(before), last=last)
