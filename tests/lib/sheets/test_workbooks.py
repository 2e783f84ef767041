from datetime import date, datetime, time

import pytest

from lms.lib.sheets.sheet import Reason, UnreadableSheet
from lms.lib.sheets.workbooks import read_workbook
from tests.lib.sheets.files import ods, ods_row, saved, workbook, xlsx


def test_cells_come_as_values() -> None:
    morning = datetime(2014, 3, 12, 8, 0)  # noqa: DTZ001 - a sheet has no zones
    content = xlsx([379265.0, 12.5, date(2014, 3, 12), morning, time(8, 30), True, "007"])
    read = read_workbook(content).rows[0]
    assert read == (379265, 12.5, date(2014, 3, 12), morning, "08:30:00", True, "007")
    assert isinstance(read[0], int)


def test_rows_and_columns_before_the_first_cell_are_counted() -> None:
    book, sheet = workbook()
    sheet["B3"] = "Nom"
    assert read_workbook(saved(book)).rows == ((None, None), (None, None), (None, "Nom"))


def test_rows_before_the_first_cell_are_counted_in_an_open_document_too() -> None:
    blank = '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
    assert len(read_workbook(ods(blank + ods_row("Nom"))).rows) == 3


def test_merged_cells_all_show_their_value() -> None:
    book, sheet = workbook()
    sheet["A1"], sheet["A2"], sheet["C4"] = "FAMa", "x", "end"
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A2:A9")
    assert read_workbook(saved(book)).rows == (
        ("FAMa", "FAMa", None),
        ("x", None, None),
        ("x", None, None),
        ("x", None, "end"),
    )


def test_an_empty_first_sheet_is_passed_over() -> None:
    book, _ = workbook()
    book.create_sheet("Liste")["A1"] = "Nom"
    assert read_workbook(saved(book)).name == "Liste"


def test_a_workbook_of_empty_sheets_is_empty() -> None:
    with pytest.raises(UnreadableSheet) as caught:
        read_workbook(saved(workbook()[0]))
    assert caught.value.reason is Reason.EMPTY
