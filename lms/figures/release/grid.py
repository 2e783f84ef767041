"""A table as suppression sees it: numbers, sums that everyone can check, and thresholds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

Place = tuple[int, int]
"""A line and a column, both counted from zero; the last column is the total of the line."""


class Mark(StrEnum):
    """Why a number is not shown (R13)."""

    PRIMARY = "primary"
    """It is small: `<5`, `<10`."""
    SECONDARY = "secondary"
    """It would give away another: `s`."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Numbers that add up to another: a line and its total, or a column of parts."""

    parts: tuple[Place, ...]
    whole: Place


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines of numbers, each ending with its total; ``parents`` say which line a line is part of.

    The line of the whole comes last and has no parent. An overlap is a line of numbers below
    zero. ``limits`` hold the threshold of each number: 1 up to one less is small.
    """

    values: tuple[tuple[int, ...], ...]
    parents: tuple[int | None, ...]
    limits: tuple[tuple[int, ...], ...]

    @property
    def width(self) -> int:
        """How many columns there are, that of the totals included."""
        return len(self.values[0]) if self.values else 0

    def places(self) -> Iterator[Place]:
        """Yield every place in table order: line by line."""
        for line in range(len(self.values)):
            for column in range(self.width):
                yield line, column

    def value(self, place: Place) -> int:
        """Return the number at a place."""
        return self.values[place[0]][place[1]]

    def limit(self, place: Place) -> int:
        """Return the threshold at a place."""
        return self.limits[place[0]][place[1]]

    def is_small(self, place: Place) -> bool:
        """Whether the number is masked for its own sake; zero never is."""
        return 0 < abs(self.value(place)) < self.limit(place)

    def across(self, line: int) -> Sum:
        """Return a line and its total."""
        last = self.width - 1
        return Sum(tuple((line, it) for it in range(last)), (line, last))

    def down(self, parent: int, column: int) -> Sum:
        """Return what adds up to a parent in one column."""
        parts = tuple((it, column) for it, above in enumerate(self.parents) if above == parent)
        return Sum(parts, (parent, column))

    def sums(self) -> list[Sum]:
        """Return every sum of the table, lines before columns."""
        parents = sorted({it for it in self.parents if it is not None})
        return [
            *(self.across(it) for it in range(len(self.values))),
            *(self.down(parent, column) for parent in parents for column in range(self.width)),
        ]

    def line_of(self, place: Place) -> Sum:
        """Return the line in which a place stands."""
        return self.across(place[0])

    def column_of(self, place: Place) -> Sum:
        """Return the column in which it is a part; for the whole, the one it is the total of."""
        parent = self.parents[place[0]]
        return self.down(place[0] if parent is None else parent, place[1])


def matrix(rows: Sequence[Sequence[int]], *, limit: int) -> Grid:
    """Return rows and their sums as a grid with one threshold for all: totals are worked out."""
    lines = [(*row, sum(row)) for row in rows]
    whole = tuple(sum(column) for column in zip(*lines, strict=True))
    return Grid(
        values=(*lines, whole),
        parents=(*(len(lines) for _ in lines), None),
        limits=tuple(tuple(limit for _ in whole) for _ in (*lines, whole)),
    )
