"""What the files of single regions tell beside one another and beside that of all (R13)."""

from collections.abc import Mapping

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import LineKind, Table
from lms.figures.counting.values import Column
from lms.figures.release.grid import Place
from lms.figures.release.neighbours import Lines
from lms.figures.release.suppression import Marks
from lms.figures.totals import Reading

Numbers = Mapping[str, tuple[int, ...]]
"""The numbers of a table by the key of their line, the total of the line last."""


def numbers(table: Table) -> Numbers:
    """Return the numbers of a table."""
    return {
        it.key: (*(it.cells[column].value for column in Column), it.total.value)
        for it in table.lines
    }


def told_beside(everywhere: Reading, measure: Measure, region: str, lines: Lines) -> set[Place]:
    """Return what the file of a region must mask for the sake of the file of another.

    The number of all regions less those of each region but one is that of the one. Where the
    small numbers of a cell can be worked out so, the smallest of the others goes with them.
    """
    tables = everywhere.across(measure, Dimension.CATEGORY, Dimension.REGION)
    known = {code: numbers(table) for code, table in tables.items()}
    return {
        place
        for place in lines.grid.places()
        if lines.keys[place[0]] != LineKind.TOTAL
        and place[0] not in lines.overlaps
        and _goes_along(region, _of_regions(known, lines, place), lines.grid.limit(place))
    }


def of_whole(by_region: Lines, marks: Marks, region: str, lines: Lines) -> set[Place]:
    """Return the totals of a region that the table of all regions masks."""
    if region not in by_region.keys:
        return set()
    here, total = by_region.keys.index(region), len(lines.keys) - 1
    return {(total, column) for line, column in marks if line == here}


def _of_regions(known: Mapping[str, Numbers], lines: Lines, place: Place) -> dict[str, int]:
    """Return the number at a place in each region that has one."""
    return {code: value for code, it in known.items() if (value := lines.found(it, place)) > 0}


def _goes_along(region: str, values: Mapping[str, int], limit: int) -> bool:
    small = [value for value in values.values() if value < limit]
    # Masked numbers have play if they can be others and still come to the same.
    if not small or (len(small) > 1 and len(small) < sum(small) < len(small) * (limit - 1)):
        return False
    others = [(value, code) for code, value in values.items() if value >= limit]
    return bool(others) and min(others)[1] == region
