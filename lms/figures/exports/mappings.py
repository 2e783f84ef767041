"""The file that says what our figures are called in a DHIS2 instance."""

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from flask_babel import lazy_gettext as _l

from lms.errors import LmsError
from lms.figures.counting.questions import Measure
from lms.figures.exports.rows import COUNTED, PERSON_COLUMNS

UID = re.compile(r"[A-Za-z][A-Za-z0-9]{10}")
COLUMNS = (*PERSON_COLUMNS.values(), "total")
SET_KEYS = ("dataSet", "orgUnit", "attributeOptionCombo")
VALUE_KEYS = ("measure", "row", "column", "dataElement", "categoryOptionCombo")
LARGEST = 1_000_000  # bytes


FAULTS = {
    "unreadable": _l("The mapping cannot be read: write JSON with a list of values, or CSV."),
    "too_large": _l("The mapping is larger than a megabyte."),
    "empty": _l("The mapping names no value."),
    "several_sets": _l(
        "The mapping names several data sets or organisation units: one file each."
    ),
    "twice": _l("The mapping gives %(what)s two values."),
    "unknown_measure": _l("The mapping asks for a measure that does not exist: “%(what)s”."),
    "unknown_column": _l("The mapping asks for a column that does not exist: “%(what)s”."),
    "unknown_row": _l("The mapping asks for a row that does not exist: “%(what)s”."),
    "not_an_identifier": _l(
        "In the mapping, %(what)s is not a DHIS2 identifier of 11 characters."
    ),
    "period": _l("DHIS2 takes a month, a quarter, a calendar year or a budget year from July."),
}


class BadMapping(LmsError):
    """The mapping cannot be used; ``what`` says where, ``reason`` why."""

    def __init__(self, reason: str, what: str = "") -> None:
        super().__init__(f"{reason}: {what}" if what else reason)
        self.reason, self.what = reason, what

    @property
    def sentence(self) -> str:
        """What is wrong, for whoever typed the command."""
        return str(FAULTS[self.reason]) % {"what": self.what}


@dataclass(frozen=True, slots=True)
class MappedValue:
    """One number of ours and its names over there."""

    measure: Measure
    row: str
    column: str
    data_element: str
    category_option_combo: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """The data set, where it belongs, and its values."""

    data_set: str
    org_unit: str
    attribute_option_combo: str
    values: Sequence[MappedValue]


def read_mapping(content: bytes) -> Mapping:
    """Return the mapping in a JSON or CSV file; raises ``BadMapping`` naming the first fault.

    JSON holds ``dataSet``, ``orgUnit``, ``attributeOptionCombo`` (optional) and ``values``; CSV
    has the same names as columns, a line a value, with the names of the set on each.
    """
    if len(content) > LARGEST:
        raise BadMapping("too_large")
    try:
        text = content.decode("utf-8-sig")
        found = json.loads(text) if text.lstrip().startswith(("{", "[")) else _from_csv(text)
    except (ValueError, csv.Error, RecursionError) as error:
        raise BadMapping("unreadable") from error
    if not isinstance(found, dict) or not isinstance(found.get("values"), list):
        raise BadMapping("unreadable")
    if not found["values"]:
        raise BadMapping("empty")
    return Mapping(
        data_set=_uid(found, "dataSet"),
        org_unit=_uid(found, "orgUnit"),
        attribute_option_combo=_uid(found, "attributeOptionCombo", optional=True),
        values=_values(found["values"]),
    )


def _from_csv(text: str) -> dict[str, Any]:
    lines = text.splitlines() or [""]
    delimiter = ";" if lines[0].count(";") > lines[0].count(",") else ","
    rows = list(csv.DictReader(StringIO(text), delimiter=delimiter))
    sets = {tuple(row.get(key) or "" for key in SET_KEYS) for row in rows}
    if len(sets) > 1:
        raise BadMapping("several_sets")
    return {**(dict(zip(SET_KEYS, sets.pop(), strict=True)) if sets else {}), "values": rows}


def _values(rows: list[Any]) -> list[MappedValue]:
    found: list[MappedValue] = []
    taken: set[tuple[str, str]] = set()
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            raise BadMapping("unreadable", str(number))
        value = _value(row)
        name = (value.data_element, value.category_option_combo)
        if name in taken:
            raise BadMapping("twice", value.data_element)
        taken.add(name)
        found.append(value)
    return found


def _value(row: dict[str, object]) -> MappedValue:
    measure, column = str(row.get("measure") or ""), str(row.get("column") or "total")
    if measure not in {str(it) for it in COUNTED}:
        raise BadMapping("unknown_measure", measure)
    if column not in COLUMNS:
        raise BadMapping("unknown_column", column)
    return MappedValue(
        measure=Measure(measure),
        row=str(row.get("row") or "total"),
        column=column,
        data_element=_uid(row, "dataElement"),
        category_option_combo=_uid(row, "categoryOptionCombo", optional=True),
    )


def _uid(found: dict[str, object], key: str, *, optional: bool = False) -> str:
    """Return an identifier of the instance: never invented, so a wrong one is refused."""
    value = found.get(key) or ""
    if optional and not value:
        return ""
    if not isinstance(value, str) or not UID.fullmatch(value):
        raise BadMapping("not_an_identifier", key)
    return value
