"""A table as it may be shown: every number is exact, "at least", small or withheld."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lms.figures.counting.tables import Line, LineKind
from lms.figures.counting.values import Column, Count

WITHHELD = "s"
"""The mark of a number that is not small, but would give a small one away."""


class Audience(StrEnum):
    """For whom a table is made; what is asked for nobody in particular is for outside."""

    INSIDE = "inside"
    OUTSIDE = "outside"


class CellKind(StrEnum):
    """What a cell says; zero is exact, and a masked cell is never zero."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    BELOW = "below"
    """Small: between 1 and one less than the threshold."""
    WITHHELD = "withheld"
    """Not small, but it would give a small one away."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One number as it may be shown."""

    kind: CellKind
    count: Count | None = None
    """The number, unless it is masked."""
    below: int = 0
    """The threshold of a small one."""
    negative: bool = False
    """Whether a small one is an overlap, which is subtracted."""

    @property
    def value(self) -> int | None:
        """The number, or None for a masked one."""
        return None if self.count is None else self.count.value

    @property
    def mark(self) -> str:
        """What stands for a masked number, the same in every language; empty for others."""
        match self.kind:
            case CellKind.BELOW:
                return f"{'-' if self.negative else ''}<{self.below}"
            case CellKind.WITHHELD:
                return WITHHELD
            case _:
                return ""


def shown(count: Count) -> Cell:
    """Return a number that is not masked."""
    return Cell(CellKind.AT_LEAST if count.at_least else CellKind.EXACT, count)


def marked(mark: str) -> Cell:
    """Return the masked number that a mark stands for: s, <5 or -<5."""
    if mark == WITHHELD:
        return Cell(CellKind.WITHHELD)
    sign, _, below = mark.partition("<")
    return Cell(CellKind.BELOW, below=int(below), negative=sign == "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedLine:
    """A line of a table as it may be shown."""

    kind: LineKind
    code: str
    key: str
    depth: int
    cells: Mapping[Column, Cell]
    total: Cell

    @property
    def is_empty(self) -> bool:
        """Whether it holds nobody: a masked number is somebody."""
        return self.total.value == 0 and all(it.value == 0 for it in self.cells.values())


def in_full(line: Line) -> ReleasedLine:
    """Return a line with every number shown, as inside the unit it is."""
    return ReleasedLine(
        kind=line.kind,
        code=line.code,
        key=line.key,
        depth=line.depth,
        cells={column: shown(it) for column, it in line.cells.items()},
        total=shown(line.total),
    )


@dataclass(frozen=True, slots=True)
class ReleasedTable:
    """A table as it may be shown; the total is the last line."""

    lines: tuple[ReleasedLine, ...]

    def __getitem__(self, key: str) -> ReleasedLine:
        """Return the line with that key; raise ``KeyError`` for an unknown one."""
        for line in self.lines:
            if line.key == key:
                return line
        raise KeyError(key)

    @property
    def total(self) -> ReleasedLine:
        """The line of the whole."""
        return self.lines[-1]

    @property
    def masked(self) -> int:
        """How many numbers are not shown."""
        cells = [cell for it in self.lines for cell in (*it.cells.values(), it.total)]
        return sum(it.count is None for it in cells)
