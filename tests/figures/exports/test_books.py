from io import BytesIO
from zipfile import ZipFile

import pytest
from flask_babel import force_locale
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from lms.figures import exports
from lms.i18n import LOCALES
from lms.lib.sheets.writing import LONGEST_SHEET_NAME
from tests.factories.figures import DeclaredFigureFactory, IndicatorFactory
from tests.figures.exports.given import ORIGIN, THIRTY_AND_THREE, inside, released
from tests.figures.pages.given import YEAR

pytestmark = pytest.mark.usefixtures("database")


def test_the_workbook_has_a_sheet_a_measure_and_pictures_apart() -> None:
    IndicatorFactory.create(period_start=YEAR.first, period_end=YEAR.last)
    DeclaredFigureFactory.create(count=358)
    with force_locale("en"):
        tables = exports.tables(inside())
    assert [it.title for it in tables] == [
        "Persons trained",
        "Persons sensitized",
        "Participations in completed training",
        "Participations in all",
        "Headcount sensitized",
        "Headcount trained",
        "Headcount sensitized by region",
        "Indicators",
        "Published figures",
        "Persons trained",
        "Persons trained by region",
        "Persons trained by quarter",
    ]
    assert tables[0].rows[1][0] == "\u2003Agencies"
    assert tables[4].rows[-1][-1] == "at least"
    assert tables[8].rows[0][3] == 358


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sheet_can_be_called_what_it_is(locale: str) -> None:
    with force_locale(locale):
        names = [it.name or it.title for it in exports.tables(inside())]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= LONGEST_SHEET_NAME


def test_each_sheet_and_the_notes_say_that_the_data_are_samples() -> None:
    with force_locale("en"):
        book = load_workbook(BytesIO(exports.workbook(inside(), ORIGIN)))
    assert ORIGIN.is_sample
    for sheet in book:
        assert any("Sample data" in str(row[0]) for row in sheet.values), sheet.title


def test_a_picture_draws_each_row_once_and_neither_overlap_nor_total() -> None:
    with force_locale("en"):
        content = exports.workbook(inside(), ORIGIN)
    with ZipFile(BytesIO(content)) as parts:
        charts = [it for it in parts.namelist() if it.startswith("xl/charts/chart")]
        drawn = parts.read("xl/charts/chart1.xml").decode()
    assert len(charts) == 3
    assert "Overview!$A$2:$A$3" in drawn
    assert "Overview!$B$2:$B$3" in drawn


def test_another_program_reads_every_number_and_mark() -> None:
    with force_locale("en"):
        content = exports.workbook(released(THIRTY_AND_THREE), ORIGIN)
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    rows = {
        str(it[0]).strip(): it[1:8] for it in book.get_sheet_by_name("Persons trained").to_python()
    }
    assert rows["Partners"] == [50, 23, 0, 0, 0, 0, 73]
    assert rows["Agencies"][:2] == ["s", "s"]
    assert rows["Not specified"][1] == "<5"
