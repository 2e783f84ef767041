from datetime import UTC, datetime
from io import BytesIO

import pytest
from flask_babel import force_locale
from openpyxl import load_workbook

from lms.figures import exports
from lms.figures.counting.dimensions import Dimension
from lms.figures.exports import Origin
from lms.i18n import LOCALES
from lms.lib.sheets.writing import LONGEST_SHEET_NAME
from tests.factories.figures import IndicatorFactory
from tests.figures.counting.given import SENSITIZED, fact, headcount
from tests.figures.pages.given import YEAR, reading

pytestmark = pytest.mark.usefixtures("database")
ORIGIN = Origin(by="Awa Exemple", now=datetime(2015, 8, 3, 9, 12, tzinfo=UTC), is_sample=True)
SHOWN = reading(
    [
        fact(1, "partners-un"),
        fact(1, "society", training_session=2),
        fact(2, "society", SENSITIZED),
    ],
    [headcount("society", 40, at_least=True)],
)


def test_parts_are_left_out_unless_asked_for() -> None:
    rows = [it.row for it in exports.entries(SHOWN) if it.measure == "persons_trained"]
    assert rows == ["partners", "society", "overlap", "total"]
    deep = exports.entries(SHOWN, Dimension.CATEGORY)
    rows = [it.row for it in deep if it.measure == "persons_trained"]
    assert rows == ["partners", "partners-un", "society", "overlap", "total"]


def test_each_measure_ends_with_its_total_even_of_zero() -> None:
    totals = {
        str(it.measure): it.count.value for it in exports.entries(SHOWN) if it.row == "total"
    }
    assert totals == {
        "persons_trained": 1,
        "persons_sensitized": 1,
        "participations": 2,
        "participations_all": 3,
        "headcount_sensitized": 40,
        "headcount_trained": 0,
    }


def test_every_file_says_that_it_is_sample_data_and_how_it_was_made() -> None:
    with force_locale("fr"):
        said = exports.notes(SHOWN, ORIGIN)
    assert said[0].startswith("Données d’exemple")
    assert "Du 1er janvier 2014 au 31 décembre 2014 inclus" in said[1]
    assert said[2] == "Règles de comptage n°\u00a01."
    assert "Extrait par Awa Exemple." in said


def test_the_whole_file_has_a_column_a_sex_and_age_group() -> None:
    with force_locale("en"):
        rows = exports.whole_file(SHOWN, ORIGIN)
    assert rows[0][3:] == [*exports.PERSON_COLUMNS.values(), "total", "at_least"]
    for row in (it for it in rows[1:] if len(it) > 1):
        assert sum(int(str(it)) for it in row[3:9]) == row[9]
    heads = [it for it in rows if len(it) > 1 and it[2] == "headcount_sensitized"]
    assert heads[-1][9:] == [40, "yes"]


def test_an_indicator_stands_last_with_neither_sex_nor_total() -> None:
    IndicatorFactory.create(code="released", period_start=YEAR.first, period_end=YEAR.last)
    with force_locale("en"):
        rows = [it for it in exports.whole_file(SHOWN, ORIGIN) if len(it) > 1]
    assert rows[-1] == ["released", "Children released", "indicator", *[None] * 6, 28, "no"]


def test_the_workbook_has_a_sheet_a_measure_and_headcounts_by_region() -> None:
    IndicatorFactory.create(period_start=YEAR.first, period_end=YEAR.last)
    with force_locale("en"):
        tables = exports.tables(SHOWN)
    assert [it.title for it in tables] == [
        "Persons trained",
        "Persons sensitized",
        "Participations in completed training",
        "Participations in all",
        "Headcount sensitized",
        "Headcount trained",
        "Headcount sensitized by region",
        "Indicators",
    ]
    assert tables[0].rows[1][0] == "\u2003Agencies"
    assert tables[4].rows[-1][-1] == "at least"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sheet_can_be_called_what_it_is(locale: str) -> None:
    with force_locale(locale):
        names = [it.name or it.title for it in exports.tables(SHOWN)]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= LONGEST_SHEET_NAME


def test_each_sheet_and_the_notes_say_that_the_data_are_samples() -> None:
    with force_locale("en"):
        book = load_workbook(BytesIO(exports.workbook(SHOWN, ORIGIN)))
    assert ORIGIN.is_sample
    for sheet in book:
        assert any("Sample data" in str(row[0]) for row in sheet.values), sheet.title
