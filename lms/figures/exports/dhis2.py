"""Figures as a DHIS2 data value set; masked numbers are left out, nothing is sent (DOMAIN 8)."""

import json
from typing import Any

from lms.figures.counting import periods
from lms.figures.counting.periods import PeriodKind, Window, quarter_of
from lms.figures.counting.questions import OF_PERSONS
from lms.figures.exports.mappings import BadMapping, MappedValue, Mapping
from lms.figures.exports.notes import Origin
from lms.figures.exports.rows import PERSON_COLUMNS
from lms.figures.release.cells import Cell
from lms.figures.release.gate import Release

AT_LEAST = "at least"
DISTINCT = "distinct persons: do not aggregate in time"
SAMPLE = "Sample data / Données d'exemple"
COLUMNS = {name: column for column, name in PERSON_COLUMNS.items()}


def data_value_set(release: Release, mapping: Mapping, origin: Origin) -> bytes:
    """Return the JSON that ``api/dataValueSets`` takes; try it there with ``dryRun=true`` first.

    Raises ``BadMapping`` for a row that does not exist or a period that DHIS2 does not know.
    """
    if not release.is_masked:
        raise ValueError("a data value set leaves the unit: ask for it as for outside")
    window = release.reading.scope.window
    answer: dict[str, Any] = {
        "dataSet": mapping.data_set,
        "completeDate": origin.now.date().isoformat(),
        "period": period_code(window),
        "orgUnit": mapping.org_unit,
    }
    if mapping.attribute_option_combo:
        answer["attributeOptionCombo"] = mapping.attribute_option_combo
    found = ((it, _cell(release, it)) for it in mapping.values)
    answer["dataValues"] = [
        _value(it, cell, origin) for it, cell in found if cell.value is not None
    ]
    return f"{json.dumps(answer, ensure_ascii=False, indent=2)}\n".encode()


def period_code(window: Window) -> str:
    """Return the period as DHIS2 writes it: 201403, 2014Q1, 2014 or 2013July."""
    for kind in PeriodKind:
        if periods.period(kind, window.first) == window:
            return _code(kind, window)
    raise BadMapping("period")


def _code(kind: PeriodKind, window: Window) -> str:
    first = window.first
    match kind:
        case PeriodKind.MONTH:
            return f"{first:%Y%m}"
        case PeriodKind.QUARTER:
            return f"{first:%Y}Q{quarter_of(first)}"
        case PeriodKind.YEAR:
            return f"{first:%Y}"
        case PeriodKind.BUDGET_YEAR:
            return f"{first:%Y}July"


def _cell(release: Release, value: MappedValue) -> Cell:
    try:
        line = release.table(value.measure)[value.row]
    except KeyError as error:
        raise BadMapping("unknown_row", value.row) from error
    return line.total if value.column == "total" else line.cells[COLUMNS[value.column]]


def _value(value: MappedValue, cell: Cell, origin: Origin) -> dict[str, str]:
    said = {"dataElement": value.data_element, "value": str(cell.value)}
    if value.category_option_combo:
        said["categoryOptionCombo"] = value.category_option_combo
    at_least = bool(cell.count and cell.count.at_least)
    comments = {
        AT_LEAST: at_least,
        DISTINCT: value.measure in OF_PERSONS,
        SAMPLE: origin.is_sample,
    }
    if any(comments.values()):
        said["comment"] = "; ".join(it for it, holds in comments.items() if holds)
    return said
