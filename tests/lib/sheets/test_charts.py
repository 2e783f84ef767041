from io import BytesIO
from zipfile import ZipFile

from xlsxwriter import Workbook

from lms.lib.sheets.charts import Chart, draw


def parts(chart: Chart) -> list[str]:
    file = BytesIO()
    with Workbook(file) as workbook:
        sheet = workbook.add_worksheet("Totals")
        sheet.write_row(0, 0, ["Row", "Men", "Women"])
        sheet.write_row(1, 0, ["Partners", 3, 4])
        draw(workbook, sheet, chart, below=1)
    with ZipFile(file) as archive:
        return [archive.read(it).decode() for it in archive.namelist() if "charts/chart" in it]


def test_each_column_is_a_series_read_from_its_cells() -> None:
    (drawn,) = parts(Chart(title="Totals", rows=1, columns=[1, 2]))
    assert drawn.count("<c:ser>") == 2
    assert "Totals!$C$2" in drawn


def test_nothing_is_drawn_of_nothing() -> None:
    assert parts(Chart(title="Totals", rows=0, columns=[1])) == []
