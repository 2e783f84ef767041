"""What facts add to every line: each person weighs what they add to the lines of their own."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from lms.figures.counting import headcounts, persons
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_PERSONS, Measure
from lms.figures.counting.tables import Branch, Line, LineKind, key_of
from lms.figures.counting.values import Column, CountedFact, CountedHeadcount
from lms.figures.ledger.tally import OF_FACTS, OF_HEADS
from lms.figures.reports import freezing

Cell = tuple[Measure, Dimension, str, Column]
"""A measure, what the rows of its table are, the key of a line, and a column."""
Numbers = Counter[Cell]
Row = tuple[Measure, Dimension, str]
"""A cell without its column."""
ROWS: Mapping[Dimension, Callable[[CountedFact | CountedHeadcount], str]] = {
    Dimension.CATEGORY: attrgetter("category"),
    Dimension.REGION: attrgetter("region"),
}
"""In which row of a table of a report a fact stands."""


def weigh(facts: Iterable[CountedFact | CountedHeadcount], tree: Sequence[Branch]) -> Numbers:
    """Return what facts add to every line; of a person all facts of the window must be there.

    ``tree`` is that of the categories; regions stand side by side.
    """
    those = list(facts)
    reckoning = persons.reckon(it for it in those if isinstance(it, CountedFact))
    apart = [it for it in those if isinstance(it, CountedHeadcount)]

    def lines(measure: Measure, dimension: Dimension) -> Sequence[Line]:
        rows, row_of = tree if dimension is Dimension.CATEGORY else (), ROWS[dimension]
        if measure in OF_HEADS:
            made = headcounts.headcounts(apart, rows, outcome=OF_HEADS[measure], row_of=row_of)
            return made.lines
        outcome = OF_FACTS[measure]
        if measure in OF_PERSONS and outcome is not None:
            return persons.persons(reckoning, rows, outcome=outcome, row_of=row_of).lines
        return persons.participations(reckoning, rows, outcome=outcome, row_of=row_of).lines

    return cells_of(lines)


def cells_of(lines: Callable[[Measure, Dimension], Iterable[Line]]) -> Numbers:
    """Return every number that is not zero, of all tables of a report."""
    return Counter(
        {
            cell: number
            for measure in freezing.COUNTED
            for dimension in freezing.FROZEN
            for cell, number in _cells(measure, dimension, lines(measure, dimension))
        }
    )


def _cells(
    measure: Measure, dimension: Dimension, lines: Iterable[Line]
) -> Iterator[tuple[Cell, int]]:
    for line in lines:
        for column in Column:
            if line.cells[column].value:
                yield (measure, dimension, line.key, column), line.cells[column].value


def lines_of(*readings: Numbers) -> frozenset[Row]:
    """Return the lines that hold anybody in one of the readings."""
    return frozenset(cell[:3] for it in readings for cell in it)


def split(tree: Iterable[Branch], *readings: Numbers) -> frozenset[str]:
    """Return the categories whose parts one of the readings tells apart."""
    keys = {
        key
        for numbers in readings
        for _measure, dimension, key, _column in numbers
        if dimension is Dimension.CATEGORY
    }
    return frozenset(
        it.code
        for it in _with_children(tree)
        if _unspecified(it) in keys or not keys.isdisjoint(child.code for child in it.children)
    )


def told_apart(numbers: Numbers, tree: Iterable[Branch], rows: Collection[str]) -> Numbers:
    """Return numbers in which each of the categories named has its parts.

    Where a reading tells no parts of a row apart, everybody in it is not specified. Without that
    a row that begins to have parts would look as if people had moved.
    """
    found, of = numbers.copy(), Dimension.CATEGORY
    for it in _with_children(tree):
        keys = {_unspecified(it), *(child.code for child in it.children)}
        for measure in freezing.COUNTED if it.code in rows else ():
            if not any((measure, of, key, column) in numbers for key in keys for column in Column):
                for column in Column:
                    if value := numbers.get((measure, of, it.code, column), 0):
                        found[measure, of, _unspecified(it), column] = value
    return found


def _with_children(tree: Iterable[Branch]) -> Iterator[Branch]:
    for it in tree:
        if it.children:
            yield it
            yield from _with_children(it.children)


def _unspecified(branch: Branch) -> str:
    return key_of(LineKind.UNSPECIFIED, branch.code)
