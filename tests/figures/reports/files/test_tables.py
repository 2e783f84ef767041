from io import BytesIO
from pathlib import Path

import pytest
from flask_babel import force_locale
from python_calamine import CalamineWorkbook

from lms.figures.release.cells import Audience
from lms.figures.reports.copies import Copy
from lms.figures.reports.files import tables
from lms.i18n import LOCALES
from lms.lib.sheets.writing import LONGEST_SHEET_NAME
from tests.factories.figures import FactFactory, HeadcountFactFactory, IndicatorFactory
from tests.factories.people import DistinctionFactory
from tests.figures.given import DAY
from tests.figures.reports.given import WINDOW, published

pytestmark = pytest.mark.usefixtures("database")


def counted(tmp_path: Path, number: int, audience: Audience) -> tuple[bytes, str]:
    """Return the workbook and the CSV of a report of that many persons."""
    FactFactory.create_batch(number, last_day=DAY)
    report = published(tmp_path)
    copy = Copy(audience, report.content or {})
    with force_locale("en"):
        return tables.workbook(report, copy), tables.csv(report, copy).decode()


def total(text: str) -> str:
    [line] = [it for it in text.splitlines() if it.startswith("total,Distinct persons,persons_tr")]
    return line.split(",")[9]


def test_another_program_reads_every_number_of_the_workbook(tmp_path: Path) -> None:
    workbook, _csv = counted(tmp_path, 7, Audience.INSIDE)
    book = CalamineWorkbook.from_filelike(BytesIO(workbook))
    rows = {str(it[0]): it[7] for it in book.get_sheet_by_name("Persons trained").to_python()}
    assert rows["Distinct persons"] == 7
    notes = " ".join(str(it[0]) for it in book.get_sheet_by_name("Notes").to_python())
    assert "Report R-2014-001" in notes
    assert "full numbers, not to be passed on" in notes
    assert {"Overview", "Persons trained, regions"} <= set(book.sheet_names)


def test_small_numbers_are_masked_for_outside_in_both_forms(tmp_path: Path) -> None:
    workbook, csv = counted(tmp_path, 3, Audience.OUTSIDE)
    book = CalamineWorkbook.from_filelike(BytesIO(workbook))
    rows = {str(it[0]): it[7] for it in book.get_sheet_by_name("Persons trained").to_python()}
    assert rows["Distinct persons"] == total(csv) == "<5"
    assert "# For outside the unit" in csv


def test_a_spreadsheet_in_french_opens_the_csv(tmp_path: Path) -> None:
    report = published(tmp_path)
    copy = Copy(Audience.OUTSIDE, report.content or {})
    with force_locale("fr"):
        content = tables.csv(report, copy, french=True)
    assert content.startswith("\ufeffcategory;label;measure".encode())


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sheet_can_be_called_what_it_is(tmp_path: Path, locale: str) -> None:
    FactFactory.create(last_day=DAY)
    HeadcountFactFactory.create(last_day=DAY)
    IndicatorFactory.create(period_start=WINDOW.first, period_end=WINDOW.last)
    copy = Copy(Audience.INSIDE, published(tmp_path).content or {})
    with force_locale(locale):
        names = [it.name or it.title for it in tables.sheets(copy)]
    assert len(set(names)) == len(names) == 10
    assert max(map(len, names)) <= LONGEST_SHEET_NAME


def test_decisions_since_the_last_report_go_with_both_forms(tmp_path: Path) -> None:
    DistinctionFactory.create()
    report = published(tmp_path)
    copy = Copy(Audience.OUTSIDE, report.content or {})
    with force_locale("en"):
        book = CalamineWorkbook.from_filelike(BytesIO(tables.workbook(report, copy)))
        lines = tables.csv(report, copy).decode().splitlines()
    last = str(book.get_sheet_by_name("Notes").to_python()[-1][0])
    assert "two records that look alike are two persons." in last
    assert lines[-1] == f'"# {last}"' if "," in last else f"# {last}"
