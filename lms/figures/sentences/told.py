"""What a sentence tells of a line: how many, how many of them women and girls."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lms.figures import labels
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.ranges import Range
from lms.figures.counting.tables import LineKind
from lms.figures.counting.values import Column, Count
from lms.figures.labels import Names
from lms.figures.release.cells import CellKind, ReleasedLine
from lms.figures.sentences import numbers
from lms.figures.sentences.groups import Agreement, Group, has_words, of_category

NO_PLACES: Mapping[str, Sequence[str]] = {}


@dataclass(frozen=True, kw_only=True)
class Source:
    """The figures to be told, as their audience may have them."""

    lines: Callable[[Measure, Dimension], Sequence[ReleasedLine]]
    names: Names
    ranges: Callable[[Measure, str], Range | None]
    """Between which numbers the total of a line lies, where somebody is to be checked (R14)."""
    places: Mapping[str, Sequence[str]] = field(default_factory=lambda: NO_PLACES)
    """The regions in which people of a top-level category were trained, where that may be told."""
    published: Sequence[tuple[str, Count]] = ()
    """How many of a category were sensitized, by figures published for the same days."""

    def whole(self, measure: Measure) -> ReleasedLine:
        """Return the line of the whole."""
        return self.lines(measure, Dimension.CATEGORY)[-1]

    def tops(self, measure: Measure) -> Iterator[ReleasedLine]:
        """Yield the top-level categories in which anybody stands."""
        for it in self.lines(measure, Dimension.CATEGORY):
            if it.kind is LineKind.ROW and it.depth == 0 and not it.is_empty:
                yield it

    def parts(self, measure: Measure, line: ReleasedLine) -> list[ReleasedLine]:
        """Return the lines just below one that hold anybody, its overlap included."""
        found: list[ReleasedLine] = []
        lines = self.lines(measure, Dimension.CATEGORY)
        keys = [it.key for it in lines]
        for it in lines[keys.index(line.key) + 1 :]:
            if it.depth <= line.depth:
                break
            if it.depth == line.depth + 1 and not it.is_empty:
                found.append(it)
        return found


@dataclass(frozen=True, slots=True)
class Told:
    """People as a sentence names them: "55 members of …", "15 women"."""

    who: str
    number: int
    """What the verb agrees with."""
    agreement: Agreement
    women: str = ""
    """How many of them are women and girls; empty where that is nobody, everybody or withheld."""


def told(source: Source, measure: Measure, line: ReleasedLine, group: Group) -> Told | None:
    """Return what may be said of a line; None where that is nothing."""
    found = people(line, group)
    if found is None or (doubt := source.ranges(measure, line.key)) is None:
        return found
    who = f"{found.who} ({labels.to_check(doubt)})"
    return Told(who, found.number, found.agreement, found.women)


def people(line: ReleasedLine, group: Group) -> Told | None:
    """Return who stands in a line; None where the number is zero or withheld."""
    total, women, girls = line.total, line.cells[Column.WOMEN], line.cells[Column.GIRLS]
    if total.value == 0 or total.kind is CellKind.WITHHELD:
        return None
    if total.value is None or total.kind is CellKind.AT_LEAST:
        # No part of an open or masked number can be stated beside it (R10).
        who = numbers.quantity(total, group.one, group.many)
        return Told(who, total.value or total.below, group.agreement)
    number = total.value
    if (women.value or 0) + (girls.value or 0) == number:
        return Told(
            _all_women(women.value or 0, girls.value or 0, group), number, Agreement.FEMININE
        )
    parts = [numbers.of_women(women), numbers.of_girls(girls)]
    held = [words for words, it in zip(parts, (women, girls), strict=True) if it.value != 0]
    who = numbers.quantity(total, group.one, group.many)
    return Told(who, number, group.agreement, labels.listed(filter(None, held)))


def group_of(source: Source, measure: Measure, line: ReleasedLine) -> Group:
    """Return the words of a category, or those of the one part in which all of it stands."""
    rows = [it for it in source.parts(measure, line) if it.kind is LineKind.ROW]
    alone = [it for it in rows if it.total == line.total and has_words(it.code)]
    code = alone[0].code if len(rows) == 1 and alone and line.total.value else line.code
    return of_category(code, source.names)


def _all_women(women: int, girls: int, group: Group) -> str:
    number = women + girls
    if group.women and not girls:
        return group.one_woman if number == 1 else f"{numbers.spelled(number)} {group.women}"
    said = numbers.of_women_and_girls(women, girls)
    return " ".join(filter(None, [said, group.of_one if number == 1 else group.of_many]))
