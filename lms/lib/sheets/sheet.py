"""A table as plain values, and the one error for what is none."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lms.errors import LmsError
from lms.lib.sheets.cells import Cell

MOST_CELLS = 1_000_000


class Reason(StrEnum):
    """Why a file cannot be read as a table."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    IMAGE = "image"
    BOMB = "bomb"
    OTHER_FORMAT = "other_format"
    NOT_A_TABLE = "not_a_table"


class UnreadableSheet(LmsError):
    """The bytes are no table; carries the reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Sheet:
    """A named table; ``rows[0]`` is row 1 of the file, blank rows keep their place.

    All rows are equally long; a blank cell is None, a text is never blank.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def make_sheet(name: str, rows: Iterable[Iterable[Cell]]) -> Sheet:
    """Return the rows as a sheet without the blank rows and columns at its end.

    Raises ``UnreadableSheet`` when every cell is blank or there are too many.
    """
    kept = [_cut([_blank_to_none(cell) for cell in row]) for row in rows]
    while kept and not kept[-1]:
        kept.pop()
    if not kept:
        raise UnreadableSheet(Reason.EMPTY)
    width = max(map(len, kept))
    if width * len(kept) > MOST_CELLS:
        raise UnreadableSheet(Reason.TOO_LARGE)
    return Sheet(name, tuple((*row, *[None] * (width - len(row))) for row in kept))


def _blank_to_none(cell: Cell) -> Cell:
    return None if isinstance(cell, str) and not cell.strip() else cell


def _cut(row: list[Cell]) -> list[Cell]:
    while row and row[-1] is None:
        row.pop()
    return row
