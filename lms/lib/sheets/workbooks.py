"""XLSX, XLS and ODS files, already found safe to unpack."""

from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from lms.lib.sheets.cells import Cell
from lms.lib.sheets.sheet import Reason, Sheet, UnreadableSheet, make_sheet

Read = int | float | str | bool | time | date | datetime | timedelta
Grid = list[list[Cell]]


def read_workbook(content: bytes) -> Sheet:
    """Return the first sheet that holds anything; merged cells all show their value."""
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
            for name in workbook.sheet_names:
                sheet = workbook.get_sheet_by_name(name)
                grid = _grid(sheet)
                if any(cell is not None for row in grid for cell in row):
                    return make_sheet(name, grid)
    except PasswordError as error:
        raise UnreadableSheet(Reason.ENCRYPTED) from error
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise UnreadableSheet(Reason.NOT_A_TABLE) from error
    except UnreadableSheet:
        raise
    except BaseException as error:
        # The reader is written in Rust and panics on some broken files, with an exception that
        # stands beside Exception and has no public name.
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableSheet(Reason.NOT_A_TABLE) from error
    raise UnreadableSheet(Reason.EMPTY)


def _grid(sheet: CalamineSheet) -> Grid:
    grid = [[_cell(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        _spread(grid, rows=range(top, bottom + 1), columns=range(left, right + 1))
    return grid


def _spread(grid: Grid, *, rows: range, columns: range) -> None:
    """Copy the first cell of a merged range into the others that the sheet reaches."""
    if rows.start >= len(grid) or columns.start >= len(grid[rows.start]):
        return
    shown = grid[rows.start][columns.start]
    for row in grid[rows.start : rows.stop]:
        for column in range(columns.start, min(columns.stop, len(row))):
            if row[column] is None:
                row[column] = shown


def _cell(read: Read) -> Cell:
    if isinstance(read, str):
        return read if read.strip() else None
    if isinstance(read, float):
        return int(read) if read.is_integer() else read
    if isinstance(read, datetime):
        return read.date() if read.time() == time() else read
    if isinstance(read, time | timedelta):
        return str(read)
    return read
