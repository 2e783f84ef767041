"""Tables of lines and columns that add up to the total they state (DOMAIN R7, R11)."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from lms.figures.counting.values import Column, Count, add_up

Weights = Mapping[int, int]
"""How often each unit (a person, a fact, a headcount) counts in a line."""


class LineKind(StrEnum):
    """What a line of a table is."""

    ROW = "row"
    UNSPECIFIED = "unspecified"
    OVERLAP = "overlap"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Branch:
    """A row and what stands below it: a category and its parts, or a region alone."""

    code: str
    children: tuple["Branch", ...] = ()
    opened: bool = False
    """Whether its parts are listed though nobody stands in them."""

    def codes(self) -> Iterator[str]:
        """Yield the code of the row and of all that stands below it, in reading order."""
        yield self.code
        for child in self.children:
            yield from child.codes()


def key_of(kind: LineKind, code: str) -> str:
    """Return the name of a line of that kind in its table."""
    if kind is LineKind.ROW:
        return code
    return f"{code}/{kind}" if code else str(kind)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table.

    ``code`` is the row; for an overlap or unspecified line the parent, empty for the whole.
    """

    kind: LineKind
    code: str
    depth: int
    cells: Mapping[Column, Count]
    units: frozenset[int] = frozenset()
    """Who stands in it, where that was asked; of an overlap line, who stands in several parts."""

    @property
    def key(self) -> str:
        """The name of the line in its table and in an address."""
        return key_of(self.kind, self.code)

    @property
    def total(self) -> Count:
        """The sum of the columns."""
        return add_up(self.cells.values())


@dataclass(frozen=True, slots=True)
class Table:
    """Lines in reading order, a parent before its parts, the total last."""

    lines: tuple[Line, ...]

    def __getitem__(self, key: str) -> Line:
        """Return the line with that key; raise ``KeyError`` for an unknown one."""
        for line in self.lines:
            if line.key == key:
                return line
        raise KeyError(key)

    @property
    def total(self) -> Line:
        """The line of the whole."""
        return self.lines[-1]

    def parts_of(self, line: Line) -> tuple[Line, ...]:
        """Return the lines that add up to ``line``: its children, overlap included."""
        if line.kind is LineKind.TOTAL:
            return tuple(it for it in self.lines if it.depth == 0 and it is not line)
        if line.kind is not LineKind.ROW:
            return ()
        after = self.lines[self.lines.index(line) + 1 :]
        below = _while_deeper(after, line.depth)
        return tuple(it for it in below if it.depth == line.depth + 1)

    @property
    def ties_out(self) -> bool:
        """Whether every parent and the total equal their parts, column by column (R11)."""
        return all(
            add_up(part.cells[column] for part in parts).value == line.cells[column].value
            for line in self.lines
            if (parts := self.parts_of(line))
            for column in Column
        )


@dataclass(frozen=True, slots=True)
class Units:
    """What a table counts: where each unit stands, how heavy it is, which are "at least".

    ``distinct`` counts a unit once in every line, however often it stands below it.
    """

    rows: Mapping[str, Weights]
    columns: Mapping[int, Column]
    open_ended: frozenset[int] = frozenset()
    distinct: bool = False


def opened(tree: Iterable[Branch], codes: Collection[str]) -> tuple[Branch, ...]:
    """Return a tree in which the rows named list their parts, whoever stands in them."""
    return tuple(
        Branch(it.code, opened(it.children, codes), opened=it.code in codes) for it in tree
    )


def opened_by(tree: Iterable[Branch], held: Collection[str]) -> tuple[Branch, ...]:
    """Return a tree in which a row lists its parts once one of ``held`` stands below it.

    Tables made along it stand beside one another: their lines are those of the whole.
    """

    def parents(branches: Iterable[Branch]) -> Iterator[str]:
        for it in branches:
            if any(code in held for child in it.children for code in child.codes()):
                yield it.code
                yield from parents(it.children)

    branches = tuple(tree)
    return opened(branches, frozenset(parents(branches)))


def lines_beside(whole: Table, tables: Iterable[Table]) -> Iterator[Line]:
    """Yield the lines of a whole whose shares are set out in ``tables`` beside one another.

    Who is known more precisely in another share is unspecified in one and not in the whole (R7):
    the line they stand in is empty there, and comes all the same.
    """
    known = {it.key for it in whole.lines}
    more = {
        it.code: replace(it, cells=dict.fromkeys(Column, Count()), units=frozenset())
        for table in tables
        for it in table.lines
        if it.kind is LineKind.UNSPECIFIED and it.key not in known
    }
    for line in whole.lines:
        if line.kind is LineKind.OVERLAP and line.code in more:
            yield more[line.code]
        yield line


def tabulate(units: Units, tree: Iterable[Branch]) -> Table:
    """Return the table of ``units`` along ``tree``; rows missing in it follow, sorted.

    Parts of a parent are listed once one of them holds somebody.
    """
    tops = [(branch, _weigh(branch, units)) for branch in with_strays(tree, units.rows)]
    lines = [line for branch, _ in tops for line in _lines(branch, units, depth=0)]
    whole = _combine((weights for _, weights in tops), distinct=units.distinct)
    if units.distinct:
        lines.append(_overlap("", 0, whole, [weights for _, weights in tops], units))
    return Table((*lines, _line(LineKind.TOTAL, "", 0, whole, units)))


def with_strays(tree: Iterable[Branch], rows: Iterable[str]) -> tuple[Branch, ...]:
    """Return the rows known beforehand, and then those missing among them, sorted."""
    tree = tuple(tree)
    known = {code for branch in tree for code in branch.codes()}
    return (*tree, *(Branch(it) for it in sorted(set(rows) - known)))


def _lines(branch: Branch, units: Units, *, depth: int) -> Iterator[Line]:
    whole = _weigh(branch, units)
    yield _line(LineKind.ROW, branch.code, depth, whole, units)
    parts = [_weigh(child, units) for child in branch.children]
    if not any(parts) and not branch.opened:
        return
    for child in branch.children:
        yield from _lines(child, units, depth=depth + 1)
    own = units.rows.get(branch.code, {})
    if units.distinct:
        # Whoever is known more precisely counts only there (R7).
        specified = _combine(parts, distinct=True)
        own = {unit: 1 for unit in own if unit not in specified}
    if own:
        yield _line(LineKind.UNSPECIFIED, branch.code, depth + 1, own, units)
    if units.distinct:
        yield _overlap(branch.code, depth + 1, whole, [*parts, own], units)


def _weigh(branch: Branch, units: Units) -> Weights:
    """Return everyone of the branch and of all that stands below it."""
    below = [_weigh(child, units) for child in branch.children]
    return _combine([units.rows.get(branch.code, {}), *below], distinct=units.distinct)


def _combine(parts: Iterable[Weights], *, distinct: bool) -> Weights:
    whole: Counter[int] = Counter()
    for part in parts:
        whole.update(part)
    return dict.fromkeys(whole, 1) if distinct else whole


def _overlap(code: str, depth: int, whole: Weights, parts: list[Weights], units: Units) -> Line:
    """Return the line that brings the sum of the parts back to the whole: zero or below."""
    counted = _combine(parts, distinct=False)
    excess = {unit: whole[unit] - times for unit, times in counted.items() if times > whole[unit]}
    return _line(LineKind.OVERLAP, code, depth, excess, units)


def _line(kind: LineKind, code: str, depth: int, weights: Weights, units: Units) -> Line:
    values = dict.fromkeys(Column, 0)
    for unit, weight in weights.items():
        values[units.columns[unit]] += weight
    open_columns = {units.columns[unit] for unit in units.open_ended & weights.keys()}
    cells = {column: Count(value, column in open_columns) for column, value in values.items()}
    return Line(kind, code, depth, cells, frozenset(weights))


def _while_deeper(lines: Iterable[Line], depth: int) -> Iterator[Line]:
    for line in lines:
        if line.depth <= depth:
            return
        yield line
