"""What a table gives away beside another one that somebody may hold (R13, along time)."""

import calendar
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lms.figures.counting import periods
from lms.figures.counting.dimensions import PERIODS, Dimension
from lms.figures.counting.periods import PeriodKind, Window
from lms.figures.counting.tables import LineKind
from lms.figures.release.grid import Grid, Place, Sum

NESTED = (
    (Dimension.MONTH, Dimension.QUARTER),
    (Dimension.QUARTER, Dimension.YEAR),
    (Dimension.QUARTER, Dimension.BUDGET_YEAR),
)
"""Periods and those they add up to."""


def whole_months(window: Window) -> Window:
    """Return the window widened to whole months: days apart would single out a session."""
    last = calendar.monthrange(window.last.year, window.last.month)[1]
    return Window(window.first.replace(day=1), window.last.replace(day=last))


def shorter(window: Window, months: Collection[str]) -> list[Window]:
    """Return the window without its last months, the longest first.

    ``months`` are the codes of those in which somebody was counted: leaving out another changes
    nothing. Figures "to date" grow at their end, so there the longer of two windows is masked.
    """
    ends = [_before(it) for it in sorted(months, reverse=True)]
    return [Window(window.first, it) for it in ends if window.first <= it < window.last]


def longer(window: Window, months: Collection[str]) -> list[Window]:
    """Return the window with the months before it, the shortest first.

    The past is known, so at the beginning the shorter of two windows is masked: the figures of
    all records stay whole.
    """
    starts = [date.fromisoformat(f"{it}-01") for it in sorted(months, reverse=True)]
    return [Window(it, window.last) for it in starts if it < window.first]


@dataclass(frozen=True, slots=True)
class Lines:
    """The numbers of a table by the key of their line: another table has other lines."""

    keys: tuple[str, ...]
    grid: Grid

    @property
    def overlaps(self) -> frozenset[int]:
        """The lines that only follow from others."""
        return frozenset(at for at, it in enumerate(self.keys) if it.endswith(LineKind.OVERLAP))

    def found(self, other: Mapping[str, tuple[int, ...]], place: Place) -> int:
        """Return the number of another table that stands where ``place`` is."""
        line = other.get(self.keys[place[0]])
        return line[place[1]] if line else 0


def told_by_difference(
    lines: Lines, others: Iterator[Mapping[str, tuple[int, ...]]]
) -> set[Place]:
    """Return the places whose number, less that of another table, would be a small one.

    ``others`` are ever further away: once a number differs by enough it does so for good.
    """
    open_places = {it for it in lines.grid.places() if lines.grid.value(it)}
    told = set()
    while open_places and (other := next(others, None)) is not None:
        differing = {it for it in open_places if lines.found(other, it) != lines.grid.value(it)}
        for place in differing:
            difference = abs(lines.grid.value(place) - lines.found(other, place))
            if difference < lines.grid.limit(place):
                told.add(place)
        open_places -= differing
    return told


def along_time(fine: Dimension, coarse: Dimension, tables: Mapping[Dimension, Lines]) -> list[Sum]:
    """Return the sums between two tables: the periods that add up to each longer one.

    A place of the longer one has its line counted on from the lines of the shorter, so that
    both stand in one numbering.
    """
    below, above = tables[fine], tables[coarse]
    shift = len(below.keys)
    inside: dict[str, list[int]] = {}
    for position, key in enumerate(below.keys):
        if (first := _first_day(fine, key)) is not None:
            inside.setdefault(periods.code(PERIODS[coarse], first), []).append(position)
    return [
        Sum(tuple((it, column) for it in inside.get(key, ())), (position + shift, column))
        for position, key in enumerate(above.keys)
        for column in range(above.grid.width)
        if key in inside
        and sum(below.grid.value((it, column)) for it in inside[key])
        == above.grid.value((position, column))
    ]


def _first_day(dimension: Dimension, code: str) -> date | None:
    """Return the first day of a period; None for the key of another line."""
    if not code[:4].isdigit():
        return None
    year = int(code[:4])
    if PERIODS[dimension] is PeriodKind.MONTH:
        return date(year, int(code[5:7]), 1)
    return date(year, int(code[6]) * 3 - 2, 1)


def _before(month: str) -> date:
    """Return the last day before a month."""
    return date.fromisoformat(f"{month}-01") - timedelta(days=1)
