from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lms.lib.sheets.writing import FORMULA_STARTS, Row, Table, neutralise, write_csv, write_xlsx


def test_a_csv_has_plain_digits_and_iso_dates() -> None:
    rows: list[Row] = [["Jour", "n", "%"], [date(2014, 4, 1), 3098, Decimal("12.5")]]
    assert write_csv(rows) == b"Jour,n,%\n2014-04-01,3098,12.5\n"


def test_a_french_spreadsheet_gets_its_semicolon_its_mark_and_its_comma() -> None:
    content = write_csv([["Maïga", 1.5, None]], french=True)
    assert content == "\ufeffMaïga;1,5;\r\n".encode()


def test_a_negative_number_stays_a_number() -> None:
    assert write_csv([["overlap", -9]]) == b"overlap,-9\n"


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_a_text_that_starts_like_a_formula_gets_an_apostrophe(start: str) -> None:
    assert neutralise(f"{start}1") == f"'{start}1"


@given(st.text())
def test_no_text_leaves_as_a_formula(text: str) -> None:
    assert not neutralise(text).startswith(FORMULA_STARTS)
    assert neutralise(text).endswith(text)


def test_a_workbook_keeps_texts_as_texts_and_numbers_as_numbers() -> None:
    table = Table(title="Totaux", header=["Catégorie", "n"], rows=[["=1+1", 35], ["007", -9]])
    book = load_workbook(BytesIO(write_xlsx([table], notes=["R1", "=R2"])))
    assert book.sheetnames == ["Totaux", "Notes"]
    sheet = book["Totaux"]
    assert [(cell.value, cell.data_type) for row in sheet["A1:B3"] for cell in row] == [
        ("Catégorie", "s"),
        ("n", "s"),
        ("=1+1", "s"),
        (35, "n"),
        ("007", "s"),
        (-9, "n"),
    ]
    assert sheet.freeze_panes == "A2"
    assert [row[0] for row in book["Notes"].values] == ["R1", "=R2"]


def test_a_mark_stands_below_each_table_and_on_each_page_printed() -> None:
    table = Table(title="Formés & co", name="Formés", header=["n"], rows=[[1]])
    sheet = load_workbook(BytesIO(write_xlsx([table], mark="Exemple")))["Formés"]
    assert [row[0] for row in sheet.values] == ["n", 1, None, "Exemple"]
    # The file format doubles the sign that would begin a code.
    assert (sheet.oddHeader.left.text, sheet.oddHeader.right.text) == ("Formés && co", "Exemple")


def test_days_and_moments_are_dates_of_the_workbook() -> None:
    rows: list[Row] = [[date(2014, 3, 12), datetime(2014, 3, 12, 9, 30, tzinfo=UTC), None]]
    book = load_workbook(
        BytesIO(write_xlsx([Table(title="T", header=["a", "b", "c"], rows=rows)]))
    )
    cells = [cell.value for cell in book["T"][2]]
    assert cells[:2] == [datetime(2014, 3, 12), datetime(2014, 3, 12, 9, 30)]  # noqa: DTZ001 - a sheet has no zones


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["A/B: [1]", "a b  1"], ["A B 1", "a b 1 2"]),
        (["'quoted'", "", "Notes"], ["quoted", "1", "Notes 2"]),
        (["Personnes formées par catégorie et par sexe"], ["Personnes formées par catégorie"]),
    ],
)
def test_any_titles_become_names_of_different_sheets(titles: list[str], names: list[str]) -> None:
    content = write_xlsx([Table(title=title, header=["x"], rows=[]) for title in titles])
    assert load_workbook(BytesIO(content)).sheetnames == names


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8")), min_size=1, max_size=4))
def test_whatever_is_typed_makes_a_workbook_that_opens(texts: list[str]) -> None:
    content = write_xlsx([Table(title=text, header=[text], rows=[[text]]) for text in texts])
    assert len(load_workbook(BytesIO(content)).sheetnames) == len(texts)


def laid_out() -> Worksheet:
    """Return a sheet with a cell of each kind, as another program opens it."""
    moment = datetime(2014, 3, 12, 9, 30, tzinfo=UTC)
    rows: list[Row] = [["Armée", 3098, Decimal("12.5"), 1.5, moment.date(), moment]]
    table = Table(title="T", header=["n", "a", "b", "c", "d", "e"], rows=rows)
    book: Workbook = load_workbook(BytesIO(write_xlsx([table])))
    return book["T"]


def test_each_kind_of_cell_is_shown_in_its_own_form() -> None:
    formats = [cell.number_format for cell in laid_out()[2]]
    days = ["yyyy-mm-dd", "yyyy-mm-dd hh:mm"]
    assert formats == ["General", "#,##0", "#,##0.0", "#,##0.0", *days]


def test_a_printed_sheet_is_one_page_wide_and_as_long_as_it_is() -> None:
    sheet = laid_out()
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    # One page wide is what the file format means where it says nothing.
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_the_heading_stands_on_each_page_printed_and_stays_on_the_screen() -> None:
    sheet = laid_out()
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.freeze_panes == "A2"


def test_a_column_is_wide_enough_and_never_wider_than_a_page_can_hold() -> None:
    table = Table(title="T", header=["a", "b"], rows=[["x" * 200, "x" * 20]])
    sheet = load_workbook(BytesIO(write_xlsx([table])))["T"]
    widths = [sheet.column_dimensions[it].width for it in "AB"]
    assert 60 <= widths[0] < 62
    assert 22 <= widths[1] < 24
