"""What a cell of such a file says: a day, a number, a text, a word of a list."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from lms.figures.targets.values import MOST
from lms.lib.sheets.cells import Cell, text_of
from lms.lists.reading.counts import number_in
from lms.people.names import plain
from lms.sessions.forms.fields import FORMULA

Known = TypeVar("Known")
ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
DAY_FIRST = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})")


class Trouble(StrEnum):
    """Why a row cannot be entered."""

    MEASURE = "measure"
    NO_CATEGORY = "no_category"
    CATEGORY = "category"
    NOT_OF_UNITS = "not_of_units"
    NO_UNIT = "no_unit"
    REGION = "region"
    FIRST = "first"
    LAST = "last"
    ORDER = "order"
    COUNT = "count"
    NO_SOURCE = "no_source"
    TOO_LONG = "too_long"
    FORMULA = "formula"
    REPEATED = "repeated"
    OVERLAPPING = "overlapping"


class BadCell(ValueError):
    """A cell that cannot be understood; carries why, and what stood there."""

    def __init__(self, trouble: Trouble, said: str = "") -> None:
        super().__init__(str(trouble))
        self.trouble = trouble
        self.said = said


def day(cell: Cell, trouble: Trouble) -> date:
    """Return the day a cell gives, days before months. Raises ``BadCell``."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = text_of(cell)
    try:
        if found := ISO.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := DAY_FIRST.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError as error:
        raise BadCell(trouble, text) from error
    raise BadCell(trouble, text)


def count(cell: Cell, *, optional: bool) -> int | None:
    """Return the number of people a cell gives; « more than » is none. Raises ``BadCell``."""
    text = text_of(cell)
    if optional and not text:
        return None
    found = number_in(cell) if text else None
    if found is None or found[1] or not 0 < found[0] <= MOST:
        raise BadCell(Trouble.COUNT, text)
    return found[0]


def words(cell: Cell, longest: int) -> str:
    """Return the text of a cell, spaces made one. Raises ``BadCell``."""
    text = " ".join(text_of(cell).split())
    if text.startswith(FORMULA):
        raise BadCell(Trouble.FORMULA, text)
    if len(text) > longest:
        raise BadCell(Trouble.TOO_LONG, text)
    return text


def among(cell: Cell, known: Mapping[str, Known], trouble: Trouble) -> Known:
    """Return what a cell names among the known. Raises ``BadCell``."""
    text = text_of(cell)
    if plain(text) not in known:
        raise BadCell(trouble, text)
    return known[plain(text)]
