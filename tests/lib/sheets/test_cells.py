from datetime import date, datetime

import pytest

from lms.lib.sheets.cells import Cell, text_of


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("  Awa ", "Awa"),
        (379265.0, "379265"),
        (12.5, "12.5"),
        (7, "7"),
        (True, "1"),
        (False, "0"),
        (date(2014, 3, 12), "2014-03-12"),
        (datetime(2014, 3, 12, 8, 0), "2014-03-12T08:00:00"),  # noqa: DTZ001 - a sheet has no zones
    ],
)
def test_a_cell_reads_as_a_person_would(cell: Cell, text: str) -> None:
    assert text_of(cell) == text
