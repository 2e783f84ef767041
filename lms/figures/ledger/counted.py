"""Tables of persons, participations and headcounts over columns; the rules are counting/'s."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from lms.figures.counting.tables import Branch, Line, LineKind, Table
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


@dataclass(frozen=True, slots=True)
class Counting:
    """A line, and who stands in it."""

    line: Line
    persons: Array


def persons(keys: Keys, who: Array, tree: Iterable[Branch], people: People) -> Counted:
    """Return distinct persons, overlap lines included (R7, R11)."""
    rows = {code: people.unique(those) for code, those in grouped(keys, who)}
    lines: list[Counting] = []
    tops: list[Array] = []
    for branch in with_strays(tree, rows):
        whole, those = _branch(branch, 0, rows, people)
        tops.append(whole)
        lines += those
    whole = people.union(tops)
    lines.append(_overlap("", 0, tops, whole, people))
    lines.append(_counting(LineKind.TOTAL, "", 0, whole, people))
    return Counted(
        Table(tuple(it.line for it in lines)), {it.line.key: it.persons for it in lines}
    )


def _branch(
    branch: Branch, depth: int, rows: Mapping[str, Array], people: People
) -> tuple[Array, list[Counting]]:
    """Return everyone of a branch, and its lines: a parent before its parts."""
    below = [_branch(it, depth + 1, rows, people) for it in branch.children]
    own, parts = rows.get(branch.code, NOBODY), [it for it, _lines in below]
    specified = people.union(parts)
    whole = people.union([own, specified])
    lines = [_counting(LineKind.ROW, branch.code, depth, whole, people)]
    if specified.size:
        lines += [it for _whole, those in below for it in those]
        # Whoever is known more precisely counts only there (R7).
        rest = people.without(own, specified)
        if rest.size:
            lines.append(_counting(LineKind.UNSPECIFIED, branch.code, depth + 1, rest, people))
        lines.append(_overlap(branch.code, depth + 1, [*parts, rest], whole, people))
    return whole, lines


def _counting(kind: LineKind, code: str, depth: int, those: Array, people: People) -> Counting:
    return Counting(Line(kind, code, depth, _cells(people.by_column(those))), those)


def _overlap(
    code: str, depth: int, parts: Sequence[Array], whole: Array, people: People
) -> Counting:
    """Return the line that brings the sum of the parts back to the whole: zero or below."""
    cells = people.by_column(whole) - sum(people.by_column(it) for it in parts)
    those = people.several(parts) if cells.any() else NOBODY
    return Counting(Line(LineKind.OVERLAP, code, depth, _cells(cells)), those)


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


def with_strays(tree: Iterable[Branch], rows: Iterable[str]) -> tuple[Branch, ...]:
    """Return the rows known beforehand, and then those missing among them, sorted."""
    tree = tuple(tree)
    known = {code for branch in tree for code in _codes(branch)}
    return (*tree, *(Branch(it) for it in sorted(set(rows) - known)))


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
        column: Count(int(value), bool(opened is not None and opened[number]))
        for number, (column, value) in enumerate(zip(COLUMNS, values, strict=True))
    }


def _codes(branch: Branch) -> Iterator[str]:
    yield branch.code
    for child in branch.children:
        yield from _codes(child)


def below(tree: Iterable[Branch], code: str) -> Iterator[str]:
    """Return a row of the tree and all that stands below it."""
    for branch in tree:
        if branch.code == code:
            yield from _codes(branch)
        else:
            yield from below(branch.children, code)
