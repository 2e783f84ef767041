"""What stands between an old XLS file and its reader: whether it is one, and safe to lay out."""

import struct
from collections.abc import Iterator

from lms.lib.sheets.compound import Compound
from lms.lib.sheets.sheet import MOST_CELLS, Reason, UnreadableSheet

BOOKS = ("Workbook", "Book")
ENCRYPTED = frozenset({"EncryptedPackage", "EncryptionInfo"})
ENCRYPTED_NAME = "EncryptedPackage".encode("utf-16-le")
MACROS = frozenset({"_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA"})
BEGIN, PASSWORD = frozenset({0x0809, 0x0409, 0x0209, 0x0009}), 0x002F
# Records of one cell, and of several in a row, which end with the last column.
ONE_CELL = frozenset({0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00D6, 0x0406})
CELLS_IN_A_ROW = frozenset({0x00BD, 0x00BE})
PLACE = struct.Struct("<HH")


def check_old_workbook(content: bytes) -> None:
    """Raise ``UnreadableSheet`` unless the bytes are an XLS file that is safe to lay out."""
    try:
        package = Compound(content)
        names = package.names
        if names & ENCRYPTED:
            raise UnreadableSheet(Reason.ENCRYPTED)
        book = next((it for it in BOOKS if it in names), None)
        if book is None:
            raise UnreadableSheet(Reason.OTHER_FORMAT)
        if names & MACROS:
            raise UnreadableSheet(Reason.MACROS)
        _check_records(package.stream(book))
    except (ValueError, struct.error, StopIteration, IndexError) as error:
        hidden = ENCRYPTED_NAME in content
        raise UnreadableSheet(Reason.ENCRYPTED if hidden else Reason.NOT_A_TABLE) from error


def _check_records(book: bytes) -> None:
    """Measure each sheet: the reader lays out every cell up to the last row and column."""
    rows = columns = 0
    for kind, record in _records(book):
        if kind == PASSWORD:
            raise UnreadableSheet(Reason.ENCRYPTED)
        if kind in BEGIN:
            rows = columns = 0
        elif kind in ONE_CELL | CELLS_IN_A_ROW and len(record) >= PLACE.size:
            row, column = PLACE.unpack_from(record)
            if kind in CELLS_IN_A_ROW:
                (column,) = struct.unpack("<H", record[-2:])
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            if rows * columns > MOST_CELLS:
                raise UnreadableSheet(Reason.TOO_LARGE)


def _records(book: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + PLACE.size <= len(book):
        kind, length = PLACE.unpack_from(book, at)
        yield kind, book[at + PLACE.size : at + PLACE.size + length]
        at += PLACE.size + length
