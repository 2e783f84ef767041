"""What a reader can still work out of a masked table.

Who reads it knows every number shown, every sum, and of a masked number what its mark says:
a small one lies between 1 and its threshold, another at the threshold or above. Every number
stands in two sums, so the table is a net of pipes: the numbers are flows, the sums are knots.
A masked flow can be another if some ring of masked pipes through it has play.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lms.figures.release.grid import Grid, Mark, Place

Knot = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Pipe:
    """A masked number between two knots, and whether it may be one more or one less."""

    place: Place
    tail: Knot
    head: Knot
    more: bool
    less: bool


def recoverable(grid: Grid, marks: Mapping[Place, Mark]) -> list[Place]:
    """Return the masked places whose number is the only one possible, in table order."""
    pipes = [_pipe(grid, place, mark) for place, mark in sorted(marks.items())]
    ways = _ways(pipes)
    return [
        pipe.place
        for pipe in pipes
        if not (pipe.more and _leads(ways, pipe.head, pipe.tail, besides=pipe.place))
        and not (pipe.less and _leads(ways, pipe.tail, pipe.head, besides=pipe.place))
    ]


def _pipe(grid: Grid, place: Place, mark: Mark) -> Pipe:
    """Return the pipe of a place.

    The line of a parent follows from the lines of its parts, so only lines without parts are
    knots; the whole has one more, in which its numbers end.
    """
    line, column = place
    total = column == grid.width - 1
    above = grid.parents[line]
    has_parts = line in grid.parents
    outer: Knot = ("whole", 0, 0) if above is None else ("column", above, column)
    inner: Knot = ("column", line, column) if has_parts else ("line", line, 0)
    tail, head = (outer, inner) if total else (inner, outer)
    lowest, highest = _bounds(abs(grid.value(place)), grid.limit(place), mark)
    # An overlap is below zero: more of it is less of the number.
    negative = grid.value(place) < 0
    more, less = (lowest, highest) if negative else (highest, lowest)
    return Pipe(place, tail, head, more=more, less=less)


def _bounds(size: int, limit: int, mark: Mark) -> tuple[bool, bool]:
    """Return whether a size may be one less and one more, as its mark says."""
    if mark is Mark.PRIMARY:
        return size > 1, size < limit - 1
    return size > limit, True


Ways = Mapping[Knot, list[tuple[Knot, Place]]]


def _ways(pipes: list[Pipe]) -> Ways:
    found: dict[Knot, list[tuple[Knot, Place]]] = defaultdict(list)
    for pipe in pipes:
        if pipe.more:
            found[pipe.tail].append((pipe.head, pipe.place))
        if pipe.less:
            found[pipe.head].append((pipe.tail, pipe.place))
    return found


def _leads(ways: Ways, start: Knot, goal: Knot, *, besides: Place) -> bool:
    """Whether the goal can be reached through other pipes."""
    seen, todo = {start}, [start]
    while todo:
        knot = todo.pop()
        if knot == goal:
            return True
        for after, place in ways.get(knot, ()):
            if place != besides and after not in seen:
                seen.add(after)
                todo.append(after)
    return False
