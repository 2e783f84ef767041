"""The list behind a number: who, in which session, with names only where they may stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from flask_babel import gettext as _

from lms.figures import labels, queries
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_HEADCOUNTS, Question
from lms.figures.counting.tables import LineKind
from lms.figures.counting.values import COLUMNS, Column, Count
from lms.figures.ledger.tally import Within
from lms.figures.models import Fact
from lms.figures.queries import FactLine
from lms.figures.totals import Reading
from lms.i18n import day, localised, number
from lms.people import names
from lms.people.kinds import AgeGroup
from lms.people.models import Category
from lms.people.queries.protection import protected
from lms.people.rules import NAMELESS
from lms.sessions.models import TrainingSession

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact as listed; ``person_id`` is empty where nothing may lead to the person."""

    shown_name: str
    person_id: int | None
    category: str
    column: str
    outcome: str
    training_session: TrainingSession
    region: str
    last_day: str


@dataclass(frozen=True, slots=True)
class CountEntry:
    """One headcount as listed: how many people, and "at least" where nobody knows better."""

    count: str
    category: str
    column: str
    training_session: TrainingSession
    place: str
    last_day: str


@dataclass(frozen=True, slots=True)
class FactsPage:
    """One page of the list, and what the whole list holds."""

    entries: list[Entry]
    persons: int
    participations: int
    counts: list[CountEntry]
    """What is listed instead of facts about persons where people were counted without names."""
    withheld: int
    """Persons of an overlap who are not listed: the list would tell of an armed movement."""
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A cell: its line, its column, and of a pivot the row of the second dimension."""

    key: str
    column: Column | None = None
    within: Within | None = None

    @classmethod
    def of(cls, address: Mapping[str, str]) -> "Asked":
        """Return the cell that an address names; what it does not know is not asked for."""
        column, across = address.get("column", ""), address.get("column_of", "")
        return cls(
            key=address.get("line", str(LineKind.TOTAL)),
            column=Column(column) if column in {*Column} else None,
            within=(Dimension(across), address.get("in", "")) if across in {*Dimension} else None,
        )


def facts_page(reading: Reading, question: Question, cell: Asked, *, page: int) -> FactsPage:
    """Return one page of the facts that make a cell; a page too far is the last.

    Raises ``KeyError`` for an unknown line.
    """
    tops = reading.tops
    measure, dimension = question.measure, question.dimension
    found = reading.behind(measure, dimension, cell.key, cell.column, cell.within)
    line = reading.line(measure, dimension, cell.key, cell.within)
    overlap = line.kind is LineKind.OVERLAP
    shown = found
    if overlap:
        in_armed_movements = reading.tally.of_categories(reading.codes_under(NAMELESS))
        # Side by side, what one person is counted for.
        shown = found.without(in_armed_movements).by_person()
    pages = max(1, ceil(len(shown) / PAGE_SIZE))
    page = min(max(page, 1), pages)
    listed = shown.facts_from((page - 1) * PAGE_SIZE, PAGE_SIZE)
    heads = measure in OF_HEADCOUNTS
    lines = {} if heads else queries.lines(listed)
    counts = queries.headcount_lines(listed) if heads else {}
    return FactsPage(
        entries=[_entry(reading, lines[it], tops) for it in listed if it in lines],
        counts=[_counted(counts[it]) for it in listed if it in counts],
        persons=shown.distinct,
        participations=len(shown),
        withheld=found.distinct - shown.distinct,
        page=page,
        pages=pages,
    )


def lead(question: Question, listed: FactsPage) -> str:
    """Return what the list is of, and how much the whole of it holds."""
    window = question.scope.window
    asked = {
        "measure": str(labels.MEASURES[question.measure]),
        "first": day(window.first),
        "last": day(window.last),
    }
    if question.measure in OF_HEADCOUNTS:
        return _(
            "%(measure)s, from %(first)s to %(last)s. Counts listed: %(counts)s.",
            **asked,
            counts=number(listed.participations),
        )
    return _(
        "%(measure)s, from %(first)s to %(last)s. Persons listed: %(persons)s."
        " Participations: %(participations)s.",
        **asked,
        persons=number(listed.persons),
        participations=number(listed.participations),
    )


def _counted(fact: Fact) -> CountEntry:
    return CountEntry(
        count=labels.count(Count(fact.count or 0, fact.at_least)),
        category=labels.text(fact.category),
        column=str(labels.COLUMNS[COLUMNS[fact.age_group, fact.sex]]),
        training_session=fact.training_session,
        place=localised(fact.place, "name"),
        last_day=day(fact.last_day),
    )


def _entry(reading: Reading, line: FactLine, tops: Mapping[str, Category]) -> Entry:
    top = tops[line.category.code]
    nameless = top.code == NAMELESS
    return Entry(
        shown_name="" if nameless else _name(line),
        person_id=None if nameless else line.person.id,
        category=labels.text(line.category),
        column=str(labels.COLUMNS[reading.tally.column_of(line.person.id)]),
        outcome=str(labels.OUTCOMES[line.fact.outcome]),
        training_session=line.training_session,
        region=labels.region(reading.regions[line.fact.place_id]),
        last_day=day(line.fact.last_day),
    )


def _name(line: FactLine) -> str:
    """Return the name, or what stands for it when the person is or was counted as a minor."""
    hidden = line.fact.age_group is AgeGroup.MINOR or protected(
        line.person, day=line.fact.last_day, category=line.category
    )
    if hidden:
        return names.pseudonym(line.person.id)
    return names.display(line.person.surname, line.person.given_names)
