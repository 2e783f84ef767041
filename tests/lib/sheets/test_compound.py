"""The container of old office files."""

import pytest
from hypothesis import given, strategies as st

from lms.lib.sheets.compound import MARK, Compound
from tests.lists.given import DATA

OLD = (DATA / "liste-fictive.xls").read_bytes()


def test_the_streams_of_an_old_workbook_are_found() -> None:
    found = Compound(OLD)
    assert "Workbook" in found.names
    assert found.stream("Workbook").startswith(b"\x09\x08"), "the record that begins a workbook"


def test_what_is_not_there_cannot_be_read() -> None:
    with pytest.raises(ValueError, match="no such stream"):
        Compound(OLD).stream("EncryptedPackage")


@given(st.binary(max_size=600))
def test_damaged_bytes_are_a_value_error_and_nothing_else(content: bytes) -> None:
    try:
        Compound(MARK + content)
    except ValueError:
        return
