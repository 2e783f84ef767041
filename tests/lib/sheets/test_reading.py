from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from lms.lib.sheets.reading import LARGEST_FILE, read_sheet
from lms.lib.sheets.sheet import Reason, Sheet, UnreadableSheet
from tests.lib.sheets.files import ods, ods_row, xlsx

OLD = (Path(__file__).parents[2] / "data" / "liste-fictive.xls").read_bytes()
ROWS = (("Nom", "Prénom"), ("Maïga", "Awa"))
TEMPLATES = [
    OLD,
    xlsx(*ROWS),
    ods("".join(ods_row(*row) for row in ROWS)),
    "Nom;Prénom\nMaïga;Awa".encode(),
]


@pytest.mark.parametrize("content", TEMPLATES[1:])
def test_the_kind_of_file_is_told_from_its_bytes(content: bytes) -> None:
    assert read_sheet(content).rows == ROWS


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n\n", Reason.EMPTY),
        (b"PK\x05\x06" + bytes(18), Reason.EMPTY),
        (b"a" * (LARGEST_FILE + 1), Reason.TOO_LARGE),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), Reason.IMAGE),
        (b"\xff\xd8\xff\xe0" + bytes(20), Reason.IMAGE),
        (b"\x00\x00\x00\x18ftypheic" + bytes(20), Reason.IMAGE),
        (b"%PDF-1.7\n", Reason.OTHER_FORMAT),
        (b"\xd0\xcf\x11\xe0" + bytes(20), Reason.NOT_A_TABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), Reason.NOT_A_TABLE),
        (b"PK\x03\x04 and then nothing", Reason.NOT_A_TABLE),
    ],
)
def test_what_is_no_table_is_named(content: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableSheet) as caught:
        read_sheet(content)
    assert caught.value.reason is reason


def outcome(content: bytes) -> Sheet | Reason:
    try:
        return read_sheet(content)
    except UnreadableSheet as error:
        return error.reason


@given(st.binary(max_size=400))
def test_any_bytes_are_a_sheet_or_named(content: bytes) -> None:
    found = outcome(content)
    assert isinstance(found, Reason) or any(any(row) for row in found.rows) or found.rows


@given(st.sampled_from(TEMPLATES), st.data())
def test_any_damage_to_a_good_file_gives_a_sheet_or_is_named(
    template: bytes, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(template)))
    cut = data.draw(st.integers(0, 12))
    damage = data.draw(st.binary(max_size=12))
    found = outcome(template[:start] + damage + template[start + cut :])
    assert isinstance(found, Sheet | Reason)
