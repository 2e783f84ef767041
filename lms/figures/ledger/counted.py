"""Tables of persons, participations and headcounts over columns; the rules are counting/'s."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from pyroaring import BitMap

from lms.figures.counting.tables import Branch, Line, LineKind, Table, opened_by, with_strays
from lms.figures.counting.values import Column, Count
from lms.figures.ledger.keys import Keys
from lms.figures.ledger.records import COLUMNS, Array
from lms.figures.ledger.sets import bitmaps
from lms.figures.ledger.sets.people import People

NOBODY = BitMap()
NONE = Count(0)


@dataclass(frozen=True, slots=True)
class Counted:
    """A table, and for each of its lines who stands in it."""

    table: Table
    persons: Mapping[str, BitMap] = field(default_factory=dict)
    parts: Mapping[str, Sequence[BitMap]] = field(default_factory=dict)
    """For each line of an overlap the sets that overlap."""


@dataclass(frozen=True, slots=True)
class Group:
    """A set of persons, and how many of it stand in each column."""

    persons: BitMap
    cells: Sequence[int]


@dataclass(slots=True)
class Lines:
    """The lines of a table of persons while it is made."""

    people: People
    persons: dict[str, BitMap] = field(default_factory=dict)
    parts: dict[str, Sequence[BitMap]] = field(default_factory=dict)

    def group(self, persons: BitMap) -> Group:
        """Return a set with its columns."""
        return Group(persons, self.people.by_column(persons))

    def line(self, kind: LineKind, code: str, depth: int, group: Group) -> Line:
        """Return a line of whoever is in a set, and remember who."""
        made = Line(kind, code, depth, _cells(group.cells))
        self.persons[made.key] = group.persons
        return made

    def overlap(self, code: str, depth: int, parts: Sequence[Group], whole: Group) -> Line:
        """Return the line that brings the sum of the parts back to the whole: zero or below."""
        sums = zip(whole.cells, *(it.cells for it in parts), strict=True)
        made = Line(LineKind.OVERLAP, code, depth, _cells([it[0] - sum(it[1:]) for it in sums]))
        self.parts[made.key] = [it.persons for it in parts]
        return made

    def branch(
        self, branch: Branch, depth: int, rows: Mapping[str, BitMap]
    ) -> tuple[Group, list[Line]]:
        """Return everyone of a branch, and its lines: a parent before its parts."""
        own = rows.get(branch.code, NOBODY)
        below = [self.branch(it, depth + 1, rows) for it in branch.children]
        specified = bitmaps.union([it.persons for it, _lines in below])
        whole = self.group(bitmaps.union([own, specified]))
        lines = [self.line(LineKind.ROW, branch.code, depth, whole)]
        if specified or branch.opened:
            parts = [it for it, _lines in below]
            lines += [it for _group, those in below for it in those]
            # Whoever is known more precisely counts only there (R7).
            if rest := own - specified:
                parts.append(self.group(rest))
                lines.append(self.line(LineKind.UNSPECIFIED, branch.code, depth + 1, parts[-1]))
            lines.append(self.overlap(branch.code, depth + 1, parts, whole))
        return whole, lines


def persons(rows: Mapping[str, BitMap], tree: Iterable[Branch], people: People) -> Counted:
    """Return distinct persons of whoever stands in each row, with overlap lines (R7, R11)."""
    filled = {code: it for code, it in rows.items() if it}
    making = Lines(people)
    tops: list[Group] = []
    lines: list[Line] = []
    for branch in with_strays(tree, filled):
        group, those = making.branch(branch, 0, filled)
        tops.append(group)
        lines += those
    whole = making.group(bitmaps.union([it.persons for it in tops]))
    lines.append(making.overlap("", 0, tops, whole))
    lines.append(making.line(LineKind.TOTAL, "", 0, whole))
    return Counted(Table(tuple(lines)), making.persons, making.parts)


def across(
    found: Mapping[str, Mapping[str, BitMap]], tree: Iterable[Branch], people: People
) -> dict[str, Counted]:
    """Return a table for each row of a second dimension that holds somebody, by its code.

    Each has the lines of the table of the whole: what its rows leave unspecified is a line in all.
    """
    held = {code for rows in found.values() for code, it in rows.items() if it}
    branches = opened_by(tree, held)
    return {
        code: persons(rows, branches, people) for code, rows in found.items() if any(rows.values())
    }


def grouped(keys: Keys, which: Array) -> Iterator[tuple[str, Array]]:
    """Return the code of each row that holds something, and what stands in it."""
    if not which.size:
        return
    order = np.argsort(keys.numbers, kind="stable")
    sizes = np.bincount(keys.numbers, minlength=len(keys.codes))
    ends = np.cumsum(sizes)
    placed = which[order]
    for number, code in enumerate(keys.codes):
        if sizes[number]:
            yield code, placed[ends[number] - sizes[number] : ends[number]]


def sums(
    weights: Mapping[str, Array], tree: Iterable[Branch], opened: Mapping[str, Array]
) -> Table:
    """Return sums by row and column, without an overlap: participations and headcounts (R3).

    ``opened`` says which sums are "at least" (R10).
    """
    lines: list[Line] = []
    nothing = np.zeros(len(COLUMNS), dtype=np.int64)
    never = np.zeros(len(COLUMNS), dtype=bool)

    def whole_of(branch: Branch) -> tuple[Array, Array]:
        value, open_ = weights.get(branch.code, nothing), opened.get(branch.code, never)
        for it in branch.children:
            below = whole_of(it)
            value, open_ = value + below[0], open_ | below[1]
        return value, open_

    def put(branch: Branch, depth: int) -> None:
        lines.append(Line(LineKind.ROW, branch.code, depth, _cells(*whole_of(branch))))
        if not (branch.opened or any(whole_of(it)[0].any() for it in branch.children)):
            return
        for it in branch.children:
            put(it, depth + 1)
        own = weights.get(branch.code, nothing)
        if own.any():
            cells = _cells(own, opened.get(branch.code, never))
            lines.append(Line(LineKind.UNSPECIFIED, branch.code, depth + 1, cells))

    tops = with_strays(tree, weights)
    for it in tops:
        put(it, 0)
    whole = Branch("", tops)
    lines.append(Line(LineKind.TOTAL, "", 0, _cells(*whole_of(whole))))
    return Table(tuple(lines))


def participations(keys: Keys, columns: Array, tree: Iterable[Branch]) -> Table:
    """Return how many facts stand in each row, in the column of their person (R3)."""
    wide = keys.numbers.astype(np.int64) * len(COLUMNS) + columns
    cells = np.bincount(wide, minlength=len(keys.codes) * len(COLUMNS)).reshape(-1, len(COLUMNS))
    found = {code: it for code, it in zip(keys.codes, cells, strict=True) if it.any()}
    return sums(found, tree, {})


def participations_across(
    keys: Keys, second: Keys, columns: Array, tree: Iterable[Branch]
) -> dict[str, Counted]:
    """Return how many facts stand in each row, for each row of a second dimension."""
    branches = opened_by(tree, keys.held)
    return {
        code: Counted(participations(keys.pick(those), columns[those], branches))
        for code, those in grouped(second, np.arange(columns.size))
    }


def headcounts(keys: Keys, records: Array, tree: Iterable[Branch]) -> Table:
    """Return the sums of headcounts; "at least" as soon as one of them is (R2, R10)."""
    values, opened = {}, {}
    for number, code in enumerate(keys.codes):
        those = records[keys.numbers == number]
        if not those.size:
            continue
        values[code] = np.bincount(
            those["column"], weights=those["count"], minlength=len(COLUMNS)
        ).astype(np.int64)
        opened[code] = np.bincount(
            those["column"], weights=those["at_least"], minlength=len(COLUMNS)
        ).astype(bool)
    return sums(values, tree, opened)


def headcounts_across(
    keys: Keys, second: Keys, records: Array, tree: Iterable[Branch]
) -> dict[str, Counted]:
    """Return the sums of headcounts by row, for each row of a second dimension."""
    branches = opened_by(tree, keys.pick(np.flatnonzero(records["count"])).held)
    return {
        code: Counted(headcounts(keys.pick(those), records[those], branches))
        for code, those in grouped(second, np.arange(records.size))
    }


def _cells(values: Iterable[int], opened: Array | None = None) -> dict[Column, Count]:
    if opened is None:
        return {
            it: Count(value) if value else NONE for it, value in zip(COLUMNS, values, strict=True)
        }
    return {
        it: Count(int(value), bool(more))
        for it, value, more in zip(COLUMNS, values, opened, strict=True)
    }


def rows_of(line: Line, tree: Iterable[Branch]) -> set[str] | None:
    """Return the rows that stand in a line, parts included; None is all of them."""
    if not line.code:
        return None
    if line.kind is LineKind.UNSPECIFIED:
        return {line.code}
    return set(below(tree, line.code)) or {line.code}


def below(tree: Iterable[Branch], code: str) -> Iterator[str]:
    """Return a row of the tree and all that stands below it."""
    for branch in tree:
        if branch.code == code:
            yield from branch.codes()
        else:
            yield from below(branch.children, code)
