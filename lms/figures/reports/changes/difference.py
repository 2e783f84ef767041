"""What has changed since a report: each line, and why; the changes add up to the difference.

A total of distinct persons is the sum of what each person adds to its lines. So each cause is
weighed by the persons it touches alone: their lines before it, and after.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lms.accounts.actors import Actor
from lms.figures import totals
from lms.figures.counting import dimensions
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import Branch, opened
from lms.figures.counting.values import Column, CountedFact, CountedHeadcount
from lms.figures.models import Fact
from lms.figures.proofs import plain
from lms.figures.reports import freezing, queries as reports, rules
from lms.figures.reports.changes import causes
from lms.figures.reports.changes.causes import Cause, CauseKind
from lms.figures.reports.changes.weighing import (
    Cell,
    Numbers,
    Row,
    cells_of,
    lines_of,
    split,
    told_apart,
    weigh,
)
from lms.figures.reports.models import Report
from lms.figures.totals import Reading

Known = dict[int, CountedFact | CountedHeadcount]


@dataclass(frozen=True, slots=True)
class Change:
    """What one cause did to each cell it touched; none of them is zero."""

    cause: Cause
    cells: Mapping[Cell, int]

    def of(
        self, measure: Measure, key: str = "total", dimension: Dimension = Dimension.CATEGORY
    ) -> int:
        """Return what it did to the total of a line."""
        return sum(self.cells.get((measure, dimension, key, column), 0) for column in Column)


@dataclass(frozen=True, slots=True)
class Difference:
    """The published numbers, those of now, and every change between them."""

    published: Mapping[Cell, int]
    now: Mapping[Cell, int]
    changes: Sequence[Change]
    reading: Reading
    lines: frozenset[Row]
    """The lines that a table of then or of now has."""

    def cells(self) -> set[Cell]:
        """Return the cells whose number is another now."""
        return {
            it
            for it in {*self.published, *self.now}
            if self.published.get(it, 0) != self.now.get(it, 0)
        }


def difference(report: Report, actor: Actor) -> Difference:
    """Return what has changed since a published report, cause by cause, oldest first."""
    moment = freezing.as_of(report)
    reading = totals.read(scope=freezing.scope_of(report), actor=actor)
    published, now = _published(report), cells_of(lambda *it: reading.table(*it).lines)
    whole = dimensions.tree(Dimension.CATEGORY, reading.categories)
    rows, lines = split(whole, published, now), lines_of(published, now)
    published, now = (told_apart(it, whole, rows) for it in (published, now))
    changes = [*_changes(report, reading, opened(whole, rows))]
    left = Counter(now)
    left.subtract(published)
    for it in changes:
        left.subtract(it.cells)
    rest = {cell: number for cell, number in left.items() if number}
    if rest:
        changes.append(Change(Cause(moment, CauseKind.REARRANGED, 0), rest))
    return Difference(published, now, changes, reading, lines)


def _changes(report: Report, reading: Reading, tree: Sequence[Branch]) -> Iterator[Change]:
    scope, last = freezing.scope_of(report), report.last_fact_id or 0
    counted = {*rules.numbers_in(report.fact_runs or [])}
    moved = [
        it
        for it in reports.changed(scope, reading.regions, last)
        if it.id in counted or it.id > last
    ]
    touched = {it.person_id for it in moved if it.person_id is not None}
    around = reports.of_persons(scope, reading.regions, touched)
    facts = {it.id: it for it in (*moved, *around)}
    codes = {it.id: it.code for it in reading.categories}
    found = plain.counted(facts.values(), codes=codes, regions=reading.regions)
    values: Known = {it.id: it for it in found[0]}
    values |= {it.id: it for it in found[1]}
    held = {it for it in facts if it in counted}
    for cause, steps in groupby(_steps(moved, last), key=lambda step: step[0]):
        after = held.copy()
        for _cause, fact, comes in steps:
            (after.add if comes else after.discard)(fact.id)
        about = {_who(values[it]) for it in held ^ after}
        cells = weigh(_about(after, values, about), tree)
        cells.subtract(weigh(_about(held, values, about), tree))
        held = after
        yield Change(cause, {cell: number for cell, number in cells.items() if number})


def _steps(moved: Sequence[Fact], last: int) -> list[tuple[Cause, Fact, bool]]:
    """Return each fact that came or went, with its cause, in the order in which it happened."""
    known = causes.known(moved, last)
    steps: list[tuple[Cause, Fact, bool]] = []
    for it in moved:
        if it.id > last:
            steps.append((known.cause(it, it.recorded_at), it, True))
        if it.retracted_at is not None:
            steps.append((known.cause(it, it.retracted_at), it, False))
    # What comes and goes for one cause has gone in the end.
    return sorted(steps, key=lambda step: (step[0], not step[2], step[1].id))


def _who(value: CountedFact | CountedHeadcount) -> tuple[str, int]:
    if isinstance(value, CountedFact):
        return ("person", value.person)
    return ("headcount", value.id)


def _about(
    held: Iterable[int], values: Known, those: set[tuple[str, int]]
) -> list[CountedFact | CountedHeadcount]:
    return [it for number in held if _who(it := values[number]) in those]


def _published(report: Report) -> Numbers:
    content = report.content or {}
    return cells_of(lambda *it: freezing.lines(content, *it))
