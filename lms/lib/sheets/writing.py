"""Tables as files that a spreadsheet opens: CSV for machines, XLSX for people.

A text that a spreadsheet would run as a formula never leaves as one: CSV puts an apostrophe
before it, XLSX stores it as text.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from lms.lib.sheets import cells
from lms.lib.sheets.charts import Chart, draw

Cell = cells.Cell
Row = Sequence[Cell]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""What a workbook is called on the web."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
LONGEST_TEXT = 32_767  # of a cell, as the file format has it
LONGEST_SHEET_NAME = 31
NARROWEST, WIDEST = 8, 60  # columns, in characters
NOTES_WIDTH = 100
A4 = 9  # the number the file format gives the paper
HALF_A_HEADER = 120  # of 255 letters, its codes included
NOTES = "Notes"  # the same word in both languages

# XlsxWriter guesses from a text's first letter unless told not to.
PLAIN_STRINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet of a workbook."""

    title: str
    """Stands at the head of each printed page."""
    header: Sequence[str]
    rows: Sequence[Row]
    name: str = ""
    """What the sheet is called, at most 31 letters; the beginning of the title unless given."""
    chart: Chart | None = None
    """A picture to stand below the rows."""


def write_csv(rows: Iterable[Row], *, french: bool = False) -> bytes:
    """Return the rows as UTF-8 text, dates in ISO form and numbers in plain digits.

    ``french`` makes what a spreadsheet set to French opens by a double click: semicolons, a
    byte order mark and a decimal comma.
    """
    text = StringIO()
    writer = csv.writer(
        text, delimiter=";" if french else ",", lineterminator="\r\n" if french else "\n"
    )
    for row in rows:
        writer.writerow([_csv_cell(cell, french=french) for cell in row])
    return text.getvalue().encode("utf-8-sig" if french else "utf-8")


def neutralise(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def write_xlsx(tables: Sequence[Table], *, notes: Sequence[str] = (), mark: str = "") -> bytes:
    """Return a workbook with a sheet a table, its header frozen, and a last sheet of notes.

    ``notes`` say how the figures were made. ``mark`` stands below each table and on each page
    printed, for what must not be taken for anything else.
    """
    content = BytesIO()
    with Workbook(content, PLAIN_STRINGS) as workbook:
        styles = _Styles(workbook)
        taken = {NOTES.casefold()}
        for table in tables:
            sheet = workbook.add_worksheet(_sheet_name(table.name or table.title, taken))
            _write_table(sheet, table, styles)
            _lay_out(sheet, table, mark)
            if table.chart:
                draw(workbook, sheet, table.chart, len(table.rows))
        if notes:
            _write_notes(workbook.add_worksheet(NOTES), notes, styles)
    return content.getvalue()


class _Styles:
    """The few formats of a workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self.header = workbook.add_format({"bold": True, "text_wrap": True, "bottom": 1})
        self.whole = workbook.add_format({"num_format": "#,##0"})
        self.part = workbook.add_format({"num_format": "#,##0.0"})
        # Day and month cannot be confused, whatever the reader's country.
        self.day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self.moment = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        self.wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})


def _csv_cell(cell: Cell, *, french: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return neutralise(cell)
    if isinstance(cell, date):  # a moment is one too
        return cell.isoformat()
    plain = format(cell, "f") if isinstance(cell, Decimal) else str(cell)
    return plain.replace(".", ",") if french else plain


def _sheet_name(title: str, taken: set[str]) -> str:
    """Return ``title`` as a sheet may be called, unlike all ``taken``, and take it."""
    kept = "".join(
        " " if letter in "[]:*?/\\" or not letter.isprintable() else letter for letter in title
    )
    name = " ".join(kept.split())[:LONGEST_SHEET_NAME].strip("' ") or "1"
    count = 1
    candidate = name
    while candidate.casefold() in taken:
        count += 1
        candidate = f"{name[: LONGEST_SHEET_NAME - 4]} {count}"
    taken.add(candidate.casefold())
    return candidate


def _write_table(sheet: Worksheet, table: Table, styles: _Styles) -> None:
    for column, label in enumerate(table.header):
        sheet.write_string(0, column, label[:LONGEST_TEXT], styles.header)
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            _write_cell(sheet, number, column, cell, styles)
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(_widths([table.header, *table.rows])):
        sheet.set_column(column, column, width)


def _lay_out(sheet: Worksheet, table: Table, mark: str) -> None:
    """Say on paper what the table is: one page wide, its header on each page."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    left, right = (it.replace("&", "&&") for it in (table.title, mark))
    sheet.set_header(f"&L{left[:HALF_A_HEADER]}&R{right[:HALF_A_HEADER]}")
    sheet.set_footer("&R&P / &N")
    if mark:
        sheet.write_string(len(table.rows) + 2, 0, mark[:LONGEST_TEXT])


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, styles: _Styles) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:LONGEST_TEXT])
    elif isinstance(cell, datetime):
        in_utc = cell.astimezone(UTC).replace(tzinfo=None) if cell.tzinfo else cell
        sheet.write_datetime(row, column, in_utc, styles.moment)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, styles.day)
    else:
        style = styles.whole if isinstance(cell, int) else styles.part
        sheet.write_number(row, column, cell, style)


def _widths(rows: Sequence[Row]) -> list[int]:
    columns = max(map(len, rows), default=0)
    return [
        min(max(max(len(_shown(row, column)) for row in rows) + 2, NARROWEST), WIDEST)
        for column in range(columns)
    ]


def _shown(row: Row, column: int) -> str:
    cell = row[column] if column < len(row) else None
    return "" if cell is None else str(cell)


def _write_notes(sheet: Worksheet, notes: Sequence[str], styles: _Styles) -> None:
    sheet.set_column(0, 0, NOTES_WIDTH)
    for line, note in enumerate(notes):
        sheet.write_string(line, 0, note[:LONGEST_TEXT], styles.wrapped)
