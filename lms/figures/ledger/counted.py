"""Tables of persons, participations and headcounts over columns; the rules are counting/'s."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from lms.figures.counting.tables import Branch, Line, LineKind, Table, with_strays
from lms.figures.counting.values import Column, Count
from lms.figures.ledger.distinct import People
from lms.figures.ledger.keys import Keys
from lms.figures.ledger.records import COLUMNS, Array

NOBODY = np.empty(0, dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class Counted:
    """A table, and for each of its lines who stands in it."""

    table: Table
    persons: Mapping[str, Array] = field(default_factory=dict)
    parts: Mapping[str, Sequence[Array]] = field(default_factory=dict)
    """For each line of an overlap the sets that overlap."""


@dataclass(frozen=True, slots=True)
class Group:
    """A set of persons, and how many of it stand in each column."""

    persons: Array
    cells: Array


@dataclass(slots=True)
class Lines:
    """The lines of a table of persons while it is made."""

    people: People
    persons: dict[str, Array] = field(default_factory=dict)
    parts: dict[str, Sequence[Array]] = field(default_factory=dict)

    def group(self, persons: Array) -> Group:
        """Return a set with its columns."""
        return Group(persons, self.people.by_column(persons))

    def line(self, kind: LineKind, code: str, depth: int, group: Group) -> Line:
        """Return a line of whoever is in a set, and remember who."""
        made = Line(kind, code, depth, _cells(group.cells))
        self.persons[made.key] = group.persons
        return made

    def overlap(self, code: str, depth: int, parts: Sequence[Group], whole: Group) -> Line:
        """Return the line that brings the sum of the parts back to the whole: zero or below."""
        cells = whole.cells.copy()
        for it in parts:
            cells -= it.cells
        made = Line(LineKind.OVERLAP, code, depth, _cells(cells))
        self.parts[made.key] = [it.persons for it in parts]
        return made

    def branch(
        self, branch: Branch, depth: int, rows: Mapping[str, Array]
    ) -> tuple[Group, list[Line]]:
        """Return everyone of a branch, and its lines: a parent before its parts."""
        own = rows.get(branch.code, NOBODY)
        below = [self.branch(it, depth + 1, rows) for it in branch.children]
        specified = self.people.union([it.persons for it, _lines in below])
        whole = self.group(self.people.union([own, specified]))
        lines = [self.line(LineKind.ROW, branch.code, depth, whole)]
        if specified.size:
            parts = [it for it, _lines in below]
            lines += [it for _group, those in below for it in those]
            # Whoever is known more precisely counts only there (R7).
            rest = self.people.without(own, specified)
            if rest.size:
                parts.append(self.group(rest))
                lines.append(self.line(LineKind.UNSPECIFIED, branch.code, depth + 1, parts[-1]))
            lines.append(self.overlap(branch.code, depth + 1, parts, whole))
        return whole, lines


def persons(keys: Keys, who: Array, tree: Iterable[Branch], people: People) -> Counted:
    """Return distinct persons, overlap lines included (R7, R11)."""
    rows = {code: people.unique(those) for code, those in grouped(keys, who)}
    making = Lines(people)
    tops: list[Group] = []
    lines: list[Line] = []
    for branch in with_strays(tree, rows):
        group, those = making.branch(branch, 0, rows)
        tops.append(group)
        lines += those
    whole = making.group(people.union([it.persons for it in tops]))
    lines.append(making.overlap("", 0, tops, whole))
    lines.append(making.line(LineKind.TOTAL, "", 0, whole))
    return Counted(Table(tuple(lines)), making.persons, making.parts)


def across(
    keys: Keys, columns: Keys, who: Array, tree: Iterable[Branch], people: People
) -> dict[str, Counted]:
    """Return a table for each row of a second dimension, by its code."""
    rows, found = tuple(tree), {}
    for code, here in grouped(columns, np.arange(who.size)):
        found[code] = persons(keys.pick(here), who[here], rows, people)
    return found


def grouped(keys: Keys, who: Array) -> Iterator[tuple[str, Array]]:
    """Return the code of each row that holds somebody, and who stands in it, however often."""
    if not who.size:
        return
    order = np.argsort(keys.numbers, kind="stable")
    sizes = np.bincount(keys.numbers, minlength=len(keys.codes))
    ends = np.cumsum(sizes)
    placed = who[order]
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
        if not any(whole_of(it)[0].any() for it in branch.children):
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


def _cells(values: Array, opened: Array | None = None) -> dict[Column, Count]:
    return {
        column: Count(value, opened is not None and bool(opened[number]))
        for number, (column, value) in enumerate(zip(COLUMNS, values.tolist(), strict=True))
    }


def below(tree: Iterable[Branch], code: str) -> Iterator[str]:
    """Return a row of the tree and all that stands below it."""
    for branch in tree:
        if branch.code == code:
            yield from branch.codes()
        else:
            yield from below(branch.children, code)
