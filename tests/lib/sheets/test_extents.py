from xml.parsers.expat import ExpatError

import pytest

from lms.lib.sheets.extents import measure


@pytest.mark.parametrize(
    ("document", "cells"),
    [
        ("<a/>", 0),
        ('<row r="4"/>', 4),
        ('<s><c r="A1"/><c r="C2"/></s>', 6),
        ('<s><x:c xmlns:x="u" r="AB10"/></s>', 280),
        ('<s><c r="nowhere"/><c/></s>', 0),
        ('<table><table-row><table-cell value-type="x"/></table-row></table>', 1),
    ],
)
def test_the_corner_cell_gives_the_extent(document: str, cells: int) -> None:
    assert measure(document.encode()) == cells


def test_blank_cells_count_only_before_filled_ones() -> None:
    blank = '<table-cell number-columns-repeated="3"/>'
    filled = '<table-cell value-type="x"/>'
    far = f'<table-row number-rows-repeated="9">{blank}</table-row>'
    row = f"<table-row>{blank}{filled}{blank}</table-row>"
    assert measure(f"<table>{far}{row}{far}</table>".encode()) == 10 * 4


def test_the_largest_sheet_is_told() -> None:
    row = '<table-row><table-cell value-type="x" number-columns-repeated="{}"/></table-row>'
    tables = "".join(f"<table>{row.format(width)}</table>" for width in (2, 7, 3))
    assert measure(f"<s>{tables}</s>".encode()) == 7


def test_broken_xml_is_refused() -> None:
    with pytest.raises(ExpatError):
        measure(b"<a>")
    with pytest.raises(ValueError, match="document type"):
        measure(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
