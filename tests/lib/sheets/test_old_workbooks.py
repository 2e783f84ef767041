"""Old XLS files. ``liste-fictive.xls`` was made for these tests; nobody in it exists."""

import struct
from datetime import date
from pathlib import Path

import pytest

from lms.lib.sheets.compound import Compound
from lms.lib.sheets.old_workbooks import check_old_workbook
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import Reason, UnreadableSheet

OLD = (Path(__file__).parents[2] / "data" / "liste-fictive.xls").read_bytes()
WORKBOOK = "Workbook".encode("utf-16-le")
STRING_CELL = b"\xfd\x00\x0a\x00"


def renamed(name: str) -> bytes:
    """Return the file with the stream of its workbook under another name."""
    field = name.encode("utf-16-le") + bytes(2)
    entry = OLD.index(WORKBOOK)
    changed = bytearray(OLD)
    changed[entry : entry + 64] = field.ljust(64, b"\x00")
    changed[entry + 64 : entry + 66] = struct.pack("<H", len(field))
    return bytes(changed)


def reason(content: bytes) -> Reason:
    with pytest.raises(UnreadableSheet) as caught:
        read_sheet(content)
    return caught.value.reason


def test_an_old_workbook_is_read_with_its_dates_and_texts() -> None:
    rows = read_sheet(OLD).rows
    assert rows[2][:5] == ("N°", "Nom", "Prénom", "Sexe", "Matricule")
    assert rows[3] == (1, "EXEMPLE", "Awa", "F", "44/6386", date(1984, 3, 12), "P")
    assert rows[4][4:6] == ("012345", 1975)


def test_streams_are_found_by_name() -> None:
    assert "Workbook" in Compound(OLD).names
    with pytest.raises(ValueError, match="no such stream"):
        Compound(OLD).stream("Nothing")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("WordDocument", Reason.OTHER_FORMAT), ("EncryptedPackage", Reason.ENCRYPTED)],
)
def test_other_old_documents_are_told_by_what_they_hold(name: str, expected: Reason) -> None:
    assert reason(renamed(name)) is expected


def test_a_far_cell_is_not_laid_out() -> None:
    """A few bytes would fill the memory with blank cells."""
    cell = OLD.index(STRING_CELL) + 4
    far = OLD[:cell] + struct.pack("<HH", 65_535, 255) + OLD[cell + 4 :]
    assert reason(far) is Reason.TOO_LARGE


def test_a_password_is_named() -> None:
    cell = OLD.index(STRING_CELL)
    assert reason(OLD[:cell] + b"\x2f\x00" + OLD[cell + 2 :]) is Reason.ENCRYPTED


@pytest.mark.parametrize("length", [7, 511, 512, 1_000, len(OLD) // 2])
def test_a_file_cut_short_is_no_table(length: int) -> None:
    with pytest.raises(UnreadableSheet):
        check_old_workbook(OLD[:length])
