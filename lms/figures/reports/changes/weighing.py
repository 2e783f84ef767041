"""What facts add to every line: each person weighs what they add to the lines of their own."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from lms.figures.counting import headcounts, persons
from lms.figures.counting.questions import OF_PERSONS, Measure
from lms.figures.counting.tables import Branch, Line, LineKind, key_of
from lms.figures.counting.values import Column, CountedFact, CountedHeadcount
from lms.figures.ledger.tally import OF_FACTS, OF_HEADS
from lms.figures.reports import freezing

Cell = tuple[Measure, str, Column]
"""A measure, the key of a line, and a column."""
Numbers = Counter[Cell]
Row = tuple[Measure, str]
"""A measure and the key of a line."""


def weigh(facts: Iterable[CountedFact | CountedHeadcount], tree: Sequence[Branch]) -> Numbers:
    """Return what facts add to every line; of a person all facts of the window must be there."""
    those = list(facts)
    reckoning = persons.reckon(it for it in those if isinstance(it, CountedFact))
    apart = [it for it in those if isinstance(it, CountedHeadcount)]

    def lines(measure: Measure) -> Sequence[Line]:
        if measure in OF_HEADS:
            return headcounts.headcounts(apart, tree, outcome=OF_HEADS[measure]).lines
        outcome = OF_FACTS[measure]
        if measure in OF_PERSONS and outcome is not None:
            return persons.persons(reckoning, tree, outcome=outcome).lines
        return persons.participations(reckoning, tree, outcome=outcome).lines

    return cells_of(lines)


def cells_of(lines: Callable[[Measure], Iterable[Line]]) -> Numbers:
    """Return every number that is not zero, of all measures of a report."""
    return Counter(
        {
            cell: number
            for measure in freezing.COUNTED
            for cell, number in _cells(measure, lines(measure))
        }
    )


def _cells(measure: Measure, lines: Iterable[Line]) -> Iterator[tuple[Cell, int]]:
    for line in lines:
        for column in Column:
            if line.cells[column].value:
                yield (measure, line.key, column), line.cells[column].value


def lines_of(*readings: Numbers) -> frozenset[Row]:
    """Return the lines that hold anybody in one of the readings."""
    return frozenset((measure, key) for it in readings for measure, key, _column in it)


def split(tree: Iterable[Branch], *readings: Numbers) -> frozenset[str]:
    """Return the rows whose parts one of the readings tells apart."""
    keys = {key for numbers in readings for _measure, key, _column in numbers}
    return frozenset(
        it.code
        for it in _with_children(tree)
        if _unspecified(it) in keys or not keys.isdisjoint(child.code for child in it.children)
    )


def told_apart(numbers: Numbers, tree: Iterable[Branch], rows: Collection[str]) -> Numbers:
    """Return numbers in which each of the rows has its parts.

    Where a reading tells no parts of a row apart, everybody in it is not specified. Without that
    a row that begins to have parts would look as if people had moved.
    """
    found = numbers.copy()
    for it in _with_children(tree):
        keys = {_unspecified(it), *(child.code for child in it.children)}
        for measure in freezing.COUNTED if it.code in rows else ():
            if not any((measure, key, column) in numbers for key in keys for column in Column):
                for column in Column:
                    if value := numbers.get((measure, it.code, column), 0):
                        found[measure, _unspecified(it), column] = value
    return found


def _with_children(tree: Iterable[Branch]) -> Iterator[Branch]:
    for it in tree:
        if it.children:
            yield it
            yield from _with_children(it.children)


def _unspecified(branch: Branch) -> str:
    return key_of(LineKind.UNSPECIFIED, branch.code)
