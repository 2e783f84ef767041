"""From how many people on a number may be shown, and a table of lines as a grid (R12, R13)."""

from collections.abc import Collection
from dataclasses import dataclass

from lms.figures.counting.tables import Line, LineKind, Table
from lms.figures.counting.values import Column
from lms.figures.release.grid import Grid, Place
from lms.unit.rules import Rules

OF_MINORS = frozenset({Column.BOYS, Column.GIRLS, Column.MINORS_UNSPECIFIED})
CAREFUL = frozenset({"civil-society", "armed-movements"})
"""Here age is rarely known: who counts as an adult is protected as a minor (R12)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """From how many people on a number of adults, or of minors, may be shown."""

    adults: int
    minors: int


def limits_of(rules: Rules) -> Limits:
    """Return the thresholds that a version of the rules sets."""
    return Limits(adults=rules.smallest_adults, minors=rules.smallest_minors)


USUAL = limits_of(Rules())


def as_grid(
    table: Table,
    *,
    careful: Collection[str] = (),
    all_careful: bool = False,
    smallest: Limits = USUAL,
) -> Grid:
    """Return a table with its thresholds; ``careful`` are the rows protected like minors."""
    parents = _parents(table)
    own = [_own(it, smallest, protected=all_careful or it.code in careful) for it in table.lines]
    limits = _limits(table, parents, own, smallest)
    return Grid(
        values=tuple((*(it.cells[c].value for c in Column), it.total.value) for it in table.lines),
        parents=tuple(parents),
        limits=tuple(limits),
    )


def place(table: Table, key: str, column: Column | None) -> Place:
    """Return where a number of a table stands in its grid; no column is the total."""
    keys = [it.key for it in table.lines]
    return keys.index(key), list(Column).index(column) if column else len(Column)


def _parents(table: Table) -> list[int | None]:
    """Return of each line the line whose part it is; the whole comes last and has none."""
    last = len(table.lines) - 1
    above: list[int] = []
    found: list[int | None] = []
    for position, line in enumerate(table.lines[:-1]):
        del above[line.depth :]
        found.append(above[-1] if above else last)
        above.append(position)
    return [*found, None]


def _limits(
    table: Table, parents: list[int | None], found: list[list[int]], smallest: Limits
) -> list[tuple[int, ...]]:
    """Return the threshold of every number: a sum is protected like its most protected part."""
    for position in range(len(table.lines) - 1, -1, -1):
        above = parents[position]
        line = table.lines[position]
        if above is not None and line.kind is not LineKind.OVERLAP:
            for index, column in enumerate(Column):
                if line.cells[column].value:
                    found[above][index] = max(found[above][index], found[position][index])
    for position, line in enumerate(table.lines):
        above = parents[position]
        if line.kind is LineKind.OVERLAP and above is not None:
            found[position] = list(found[above])
    return [
        (*own, _of_total(line, own, smallest))
        for line, own in zip(table.lines, found, strict=True)
    ]


def _own(line: Line, smallest: Limits, *, protected: bool) -> list[int]:
    named = protected and line.kind in {LineKind.ROW, LineKind.UNSPECIFIED}
    return [smallest.minors if named or it in OF_MINORS else smallest.adults for it in Column]


def _of_total(line: Line, limits: list[int], smallest: Limits) -> int:
    held = (limit for it, limit in zip(Column, limits, strict=True) if line.cells[it].value)
    return max(held, default=smallest.adults)
