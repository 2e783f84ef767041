"""The lines of a table of persons, so told that the counts of several servers add up.

Distinct counts of rows do not add up within a table, but each of them adds up over servers. So
servers are asked for those from which every line follows (R7, R11): for each row of a tree
everyone who stands in it or below, everyone who stands below it, and everyone at all.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from lms.figures.counting.tables import Branch, Line, LineKind, Table, opened_by, with_strays
from lms.figures.counting.values import Count
from lms.figures.ledger import counted
from lms.figures.ledger.records import COLUMNS, Array
from lms.figures.spread.asking.answers import Counts
from lms.figures.spread.asking.axes import Axis

ALL = 0
"""The set of everyone."""
NOBODY = np.zeros(len(COLUMNS), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Sets:
    """The sets of persons that servers count, by number."""

    of_code: Mapping[int, tuple[int, ...]]
    """For the place of each code the sets in which its persons stand."""
    whole: Mapping[str, int]
    """For each row the set of everyone in it or below."""
    below: Mapping[str, int]
    """For each row with parts the set of everyone below it."""

    def pairs(self, axis: Axis) -> list[tuple[int, int]]:
        """Return each number of an axis with each set in which it stands."""
        return [(number, it) for number, place in axis.rows.items() for it in self.of_code[place]]

    def of_bits(self, bits: int) -> frozenset[int]:
        """Return the sets of somebody who stands in the rows whose bits are set."""
        return frozenset(
            it for place, those in self.of_code.items() if bits >> place & 1 for it in those
        )

    def told_apart(self, rows: Iterable[Iterable[int]]) -> Iterator[tuple[int, ...]]:
        """Return answers about bits as answers about sets."""
        known: dict[int, frozenset[int]] = {}
        for second, bits, *rest in rows:
            if bits not in known:
                known[bits] = self.of_bits(bits)
            for it in known[bits]:
                yield (second, it, *rest)


def sets(axis: Axis, tree: Iterable[Branch]) -> Sets:
    """Return the sets to be counted for the rows of an axis."""
    whole: dict[str, int] = {}
    below: dict[str, int] = {}
    above: dict[str, tuple[int, ...]] = {}

    def walk(branch: Branch, over: tuple[int, ...]) -> None:
        whole[branch.code] = 1 + len(whole) + len(below)
        above[branch.code] = (*over, whole[branch.code])
        if branch.children:
            below[branch.code] = 1 + len(whole) + len(below)
        for it in branch.children:
            walk(it, (*above[branch.code], below[branch.code]))

    for branch in with_strays(tree, axis.codes):
        walk(branch, (ALL,))
    return Sets({place: above[code] for place, code in enumerate(axis.codes)}, whole, below)


def table(those: Sets, tree: Iterable[Branch], counts: Counts) -> Table:
    """Return the table of persons, from the sum of what the servers counted."""
    return Table(tuple(_Lines(those, counts.values).lines(tuple(tree))))


def sums(axis: Axis, tree: Iterable[Branch], counts: Counts) -> Table:
    """Return the table of participations or headcounts, which have no overlap (R3)."""
    values = {axis.codes[place]: it for place, it in counts.values.items()}
    opened = {axis.codes[place]: it for place, it in counts.opened.items()}
    return counted.sums(values, tree, opened)


def opened(
    tree: Iterable[Branch], numbers: Mapping[str, int], tables: Iterable[Counts]
) -> tuple[Branch, ...]:
    """Return a tree along which all tables have the lines that their sum has.

    ``numbers`` are those of the sets or rows that were counted, by code.
    """
    held = {it for counts in tables for it, cells in counts.values.items() if cells.any()}
    return opened_by(tree, {code for code, it in numbers.items() if it in held})


@dataclass(frozen=True, slots=True)
class _Lines:
    sets: Sets
    counts: Mapping[int, Array]

    def lines(self, tree: tuple[Branch, ...]) -> Iterable[Line]:
        present = [code for code in self.sets.whole if self._whole(code).any()]
        tops = with_strays(tree, present)
        everyone = self.counts.get(ALL, NOBODY)
        for it in tops:
            yield from self._branch(it, 0)
        parts = [self._whole(it.code) for it in tops]
        yield _line(LineKind.OVERLAP, "", 0, everyone - sum(parts, NOBODY))
        yield _line(LineKind.TOTAL, "", 0, everyone)

    def _branch(self, branch: Branch, depth: int) -> Iterable[Line]:
        whole, below = self._whole(branch.code), self._below(branch.code)
        yield _line(LineKind.ROW, branch.code, depth, whole)
        if not (branch.opened or below.any()):
            return
        for it in branch.children:
            yield from self._branch(it, depth + 1)
        # Whoever is known more precisely counts only there (R7).
        rest = whole - below
        if rest.any():
            yield _line(LineKind.UNSPECIFIED, branch.code, depth + 1, rest)
        parts = [self._whole(it.code) for it in branch.children]
        yield _line(LineKind.OVERLAP, branch.code, depth + 1, below - sum(parts, NOBODY))

    def _whole(self, code: str) -> Array:
        return self.counts.get(self.sets.whole.get(code, -1), NOBODY)

    def _below(self, code: str) -> Array:
        return self.counts.get(self.sets.below.get(code, -1), NOBODY)


def _line(kind: LineKind, code: str, depth: int, cells: Array) -> Line:
    pairs = zip(COLUMNS, cells.tolist(), strict=True)
    return Line(kind, code, depth, {column: Count(value) for column, value in pairs})
