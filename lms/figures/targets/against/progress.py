"""Targets beside what was counted, each over its own days and in its own region."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lms.figures import ledger
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.counting.ranges import Range
from lms.figures.counting.tables import Line, LineKind, Table
from lms.figures.counting.values import Count
from lms.figures.targets import queries
from lms.figures.targets.models import Target
from lms.figures.targets.values import WHOLE_COUNTRY
from lms.figures.totals import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One target, and what was counted of it; ``range`` where some of it is to be checked."""

    target: Target
    count: Count
    range: Range | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals:
    """The targets of one measure in one period, and who is counted without any."""

    window: Window
    measure: Measure
    progress: Sequence[Progress]
    apart: Mapping[str, Count] = field(default_factory=dict)
    """Top-level categories with somebody in them and no target, nor any of their parts."""


def goals(reading: Reading) -> list[Goals]:
    """Return the targets whose days touch the window, those of just these days first.

    Each is compared with its own days: the third of a year is not held against the whole of it.
    Of a region asked for, its own targets alone are shown: those of the country are not its own.
    """
    scope = reading.scope
    grouped: dict[tuple[Window, Measure], list[Target]] = {}
    for it in queries.targets(scope.window, scope.regions, scope.as_of):
        grouped.setdefault((it.window, it.measure), []).append(it)
    readings: dict[tuple[Window, str], Reading] = {}
    made = [
        _goals(window, measure, targets, _Readings(reading, readings))
        for (window, measure), targets in grouped.items()
    ]
    order = list(Measure)
    return sorted(
        made,
        key=lambda it: (
            it.window != scope.window,
            it.window.first,
            it.window.last,
            order.index(it.measure),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Readings:
    """The reading at hand over other days and regions, each made once."""

    asked: Reading
    made: dict[tuple[Window, str], Reading]

    def of(self, window: Window, region: str) -> Reading:
        """Return the reading of those days, of one region or of what was asked."""
        if (window, region) not in self.made:
            self.made[window, region] = _over(self.asked, window, region)
        return self.made[window, region]


def _over(reading: Reading, window: Window, region: str) -> Reading:
    if region == WHOLE_COUNTRY:
        return reading if window == reading.scope.window else reading.over(window)
    places = frozenset(place for place, it in reading.regions.items() if it.code == region)
    scope = replace(reading.scope, window=window, regions=frozenset({region}))
    rows = ledger.rows(scope, places)
    return replace(reading, scope=scope, tally=replace(reading.tally, rows=rows, _made={}))


def _goals(
    window: Window, measure: Measure, targets: Sequence[Target], readings: _Readings
) -> Goals:
    whole = [it for it in targets if it.region == WHOLE_COUNTRY]
    apart = _apart(readings.of(window, WHOLE_COUNTRY), measure, whole) if whole else ()
    return Goals(
        window=window,
        measure=measure,
        progress=[_progress(it, readings.of(window, it.region)) for it in targets],
        apart=dict(apart),
    )


def _progress(target: Target, reading: Reading) -> Progress:
    table = reading.table(target.measure)
    line = _line(table, target.category.code if target.category else "")
    return Progress(
        target=target,
        count=line.total if line else Count(),
        range=reading.range(target.measure, line) if line else None,
    )


def _line(table: Table, code: str) -> Line | None:
    """Return the line of a category, of all without one; None where nobody is counted."""
    if not code:
        return table.total
    return next((it for it in table.lines if it.key == code), None)


def _apart(
    reading: Reading, measure: Measure, targets: Sequence[Target]
) -> Iterator[tuple[str, Count]]:
    aimed_at = {reading.tops[it.category.code].code for it in targets if it.category}
    for line in reading.table(measure).lines:
        held = line.kind is LineKind.ROW and not line.depth and line.total.value
        if held and line.code not in aimed_at:
            yield line.code, line.total
