"""The rows of a file of targets or strengths, each understood or refused with its reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.targets import rules
from lms.figures.targets.errors import TooManyRows
from lms.figures.targets.importing import cells
from lms.figures.targets.importing.cells import BadCell, Trouble
from lms.figures.targets.importing.columns import Column, Places, find_header
from lms.figures.targets.rules import Fate
from lms.figures.targets.values import (
    LONGEST_ROTATION,
    LONGEST_SOURCE,
    LONGEST_UNIT,
    WHOLE_COUNTRY,
    Aim,
    Given,
    Kind,
    Rotation,
)
from lms.lib.sheets.cells import Cell, text_of
from lms.lib.sheets.sheet import Sheet

MOST_ROWS = 1000
REFUSALS = {Fate.REPEATED: Trouble.REPEATED, Fate.OVERLAPPING: Trouble.OVERLAPPING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What cells may name: each by its code and its words in both languages, folded."""

    measures: Mapping[str, Measure]
    categories: Mapping[str, int]
    of_units: frozenset[int]
    """Categories whose people may be set out by unit."""
    regions: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row with its number in the file: what it says and what becomes of it, or what is wrong."""

    number: int
    given: Given | None = None
    fate: Fate | None = None
    before: Given | None = None
    """What it takes the place of, or what stands against it."""
    trouble: Trouble | None = None
    said: str = ""
    """What stood in the cell that was not understood."""


def read(sheet: Sheet, kind: Kind, known: Known, held: Sequence[Given]) -> list[Row]:
    """Return every row that holds anything, beside what holds already.

    Raises ``NoTable`` without a header, ``TooManyRows`` beyond what anybody would check.
    """
    header, places = find_header(sheet.rows, kind)
    below = [
        (number, cells_)
        for number, cells_ in enumerate(sheet.rows[header + 1 :], start=header + 2)
        if any(it is not None for it in cells_)
    ]
    if len(below) > MOST_ROWS:
        raise TooManyRows(str(len(below)))
    rows = [_read(number, cells_, places, kind, known) for number, cells_ in below]
    return _weighed(rows, held)


def _read(number: int, row: Sequence[Cell], places: Places, kind: Kind, known: Known) -> Row:
    values = {column: row[at] for column, at in places.items()}
    try:
        given: Given = _aim(values, known) if kind is Kind.TARGETS else _rotation(values, known)
    except BadCell as error:
        return Row(number=number, trouble=error.trouble, said=error.said)
    return Row(number=number, given=given)


def _aim(values: Mapping[Column, Cell], known: Known) -> Aim:
    measure = cells.among(values[Column.MEASURE], known.measures, Trouble.MEASURE)
    category = values[Column.CATEGORY]
    return Aim(
        measure=measure,
        category_id=cells.among(category, known.categories, Trouble.CATEGORY)
        if text_of(category)
        else None,
        count=cells.count(values[Column.COUNT], optional=False) or 0,
        **_common(values, known),
    )


def _rotation(values: Mapping[Column, Cell], known: Known) -> Rotation:
    if not text_of(values[Column.CATEGORY]):
        raise BadCell(Trouble.NO_CATEGORY)
    category = cells.among(values[Column.CATEGORY], known.categories, Trouble.CATEGORY)
    if category not in known.of_units:
        raise BadCell(Trouble.NOT_OF_UNITS, text_of(values[Column.CATEGORY]))
    unit = cells.words(values[Column.UNIT], LONGEST_UNIT)
    if not rules.unit_key(unit):
        raise BadCell(Trouble.NO_UNIT)
    return Rotation(
        category_id=category,
        unit=unit,
        rotation=cells.words(values.get(Column.ROTATION), LONGEST_ROTATION),
        count=cells.count(values[Column.COUNT], optional=True),
        **_common(values, known),
    )


def _common(values: Mapping[Column, Cell], known: Known) -> dict[str, Any]:
    """Return region, days and source."""
    region = values.get(Column.REGION)
    first = cells.day(values[Column.FIRST], Trouble.FIRST)
    last = cells.day(values[Column.LAST], Trouble.LAST)
    if last < first:
        raise BadCell(Trouble.ORDER)
    source = cells.words(values[Column.SOURCE], LONGEST_SOURCE)
    if not source:
        raise BadCell(Trouble.NO_SOURCE)
    return {
        "region": cells.among(region, known.regions, Trouble.REGION)
        if text_of(region)
        else WHOLE_COUNTRY,
        "window": Window(first, last),
        "source": source,
    }


def _weighed(rows: Sequence[Row], held: Sequence[Given]) -> list[Row]:
    said = [(it.number, it.given) for it in rows if it.given is not None]
    verdicts = rules.weigh([given for _, given in said], held)
    found = {
        number: Row(
            number=number,
            given=given,
            fate=it.fate,
            before=it.other,
            trouble=REFUSALS.get(it.fate),
        )
        for (number, given), it in zip(said, verdicts, strict=True)
    }
    return [found.get(it.number, it) for it in rows]
