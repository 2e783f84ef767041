"""Masking every table of a measure together: what one hides no other may tell (R13)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

from lms.accounts.actors import SYSTEM
from lms.figures import queries, totals
from lms.figures.counting.dimensions import RELEASED, Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import LineKind, Table
from lms.figures.release.grid import Place
from lms.figures.release.neighbours import (
    NESTED,
    Lines,
    along_time,
    longer,
    shorter,
    told_by_difference,
)
from lms.figures.release.regions import numbers, of_whole, told_beside
from lms.figures.release.suppression import Marks, suppress
from lms.figures.release.thresholds import CAREFUL, Limits, as_grid
from lms.figures.totals import Reading

Tables = Mapping[Dimension, Lines]


@dataclass
class Masking:
    """The marks of all tables of one reading, a measure at a time."""

    reading: Reading
    smallest: Limits

    def __post_init__(self) -> None:
        self._made: dict[Measure, Mapping[Dimension, Marks]] = {}
        self._others: dict[Window, Reading] = {}

    def marks(self, measure: Measure, dimension: Dimension) -> Marks:
        """Return the marks of one table."""
        if measure not in self._made:
            self._made[measure] = self._all(measure)
        return self._made[measure][dimension]

    def lines(self, measure: Measure, dimension: Dimension) -> Lines:
        """Return a table with its thresholds."""
        table = self.reading.table(measure, dimension)
        careful = self.careful if dimension is Dimension.CATEGORY else ()
        elsewhere = dimension is not Dimension.CATEGORY and any(
            it.total.value for it in self.by_category(measure).lines if it.code in self.careful
        )
        grid = as_grid(table, careful=careful, all_careful=elsewhere, smallest=self.smallest)
        return Lines(tuple(it.key for it in table.lines), grid)

    @cached_property
    def careful(self) -> frozenset[str]:
        """The categories whose adults are protected like minors, with all below them."""
        return frozenset(it for it, top in self.reading.tops.items() if top.code in CAREFUL)

    def by_category(self, measure: Measure) -> Table:
        """Return the table of a measure by category, unmasked."""
        return self.reading.table(measure, Dimension.CATEGORY)

    def _all(self, measure: Measure) -> Mapping[Dimension, Marks]:
        """Mask table by table until none asks for more in another: totals are the same in all."""
        tables = {it: self.lines(measure, it) for it in RELEASED}
        told = {it: set[Place]() for it in RELEASED}
        by_category = tables[Dimension.CATEGORY]
        told[Dimension.CATEGORY] = {
            it for it in self._told(measure, by_category) if it[0] not in by_category.overlaps
        }
        while True:
            marks = {it: suppress(tables[it].grid, told[it]) for it in RELEASED}
            more = _more(tables, marks)
            if all(more[it] <= marks[it].keys() for it in RELEASED):
                return marks
            told = {it: told[it] | more[it] for it in RELEASED}

    def _told(self, measure: Measure, lines: Lines) -> set[Place]:
        """Return what another window, all regions or another measure would tell."""
        scope = self.reading.scope
        told: set[Place] = set()
        for windows in (
            shorter(scope.window, _months(self.reading, measure)),
            longer(scope.window, _months(self._before, measure) if self._before else ()),
        ):
            told |= told_by_difference(lines, self._numbers(measure, windows))
        if scope.regions is not None:
            told |= self._told_by_regions(measure, lines, scope.regions)
        if measure is Measure.PARTICIPATIONS_ALL:
            completed = numbers(self.reading.table(Measure.PARTICIPATIONS))
            told |= told_by_difference(lines, iter([completed]))
        return told

    def _told_by_regions(
        self, measure: Measure, lines: Lines, regions: frozenset[str]
    ) -> set[Place]:
        """Return what the files of all regions, and of each other one, would tell.

        Whoever asks: a trainer's file of a region is that of a unit head, or the two would differ.
        """
        everywhere = totals.read(scope=replace(self.reading.scope, regions=None), actor=SYSTEM)
        whole = Masking(everywhere, self.smallest)
        told = told_by_difference(lines, iter([numbers(whole.by_category(measure))]))
        marks = whole.marks(measure, Dimension.REGION)
        for region in regions:
            told |= of_whole(whole.lines(measure, Dimension.REGION), marks, region, lines)
            told |= told_beside(everywhere, measure, region, lines)
        return told

    @cached_property
    def _before(self) -> Reading | None:
        """What was counted before the window, back to the beginning of records."""
        recorded, first = queries.recorded_window(), self.reading.scope.window.first
        if recorded is None or recorded.first >= first:
            return None
        return self.reading.over(Window(recorded.first, first - timedelta(days=1)))

    def _numbers(
        self, measure: Measure, windows: list[Window]
    ) -> Iterator[Mapping[str, tuple[int, ...]]]:
        for window in windows:
            if window not in self._others:
                self._others[window] = self.reading.over(window)
            yield numbers(self._others[window].table(measure))


def _months(reading: Reading, measure: Measure) -> list[str]:
    """Return the codes of the months in which somebody was counted."""
    lines = reading.table(measure, Dimension.MONTH).lines
    return [it.key for it in lines if it.kind is LineKind.ROW]


def _more(tables: Tables, marks: Mapping[Dimension, Marks]) -> dict[Dimension, set[Place]]:
    """Return what must be masked too: totals masked elsewhere, and the sums along time."""
    hidden = {
        column for it in RELEASED for line, column in marks[it] if line == len(tables[it].keys) - 1
    }
    more = {it: {(len(tables[it].keys) - 1, column) for column in hidden} for it in RELEASED}
    for fine, coarse in NESTED:
        for at, place in _open_along_time(fine, coarse, tables, marks):
            more[at].add(place)
    return more


def _open_along_time(
    fine: Dimension, coarse: Dimension, tables: Tables, marks: Mapping[Dimension, Marks]
) -> Iterator[tuple[Dimension, Place]]:
    """Yield a place to mask for every longer period with exactly one masked number in its sum."""
    shift, below, above = len(tables[fine].keys), tables[fine].grid, tables[coarse].grid
    for it in along_time(fine, coarse, tables):
        whole = (it.whole[0] - shift, it.whole[1])
        masked = sum(place in marks[fine] for place in it.parts) + (whole in marks[coarse])
        if masked != 1:
            continue
        left = [one for one in it.parts if below.value(one) and one not in marks[fine]]
        if left:
            yield fine, min(left, key=below.value)
        elif above.value(whole):
            yield coarse, whole
