from io import BytesIO

import hxl
import pytest
from flask_babel import force_locale

from lms.figures import exports
from lms.figures.counting.dimensions import Dimension
from lms.figures.release.cells import Audience
from lms.lib.sheets.writing import write_csv
from tests.factories.figures import IndicatorFactory
from tests.figures.exports.given import ORIGIN, THIRTY_AND_THREE, inside, released
from tests.figures.pages.given import YEAR

pytestmark = pytest.mark.usefixtures("database")


def test_parts_are_left_out_unless_asked_for() -> None:
    rows = [it.row for it in exports.entries(inside()) if it.measure == "persons_trained"]
    assert rows == ["partners", "society", "overlap", "total"]
    deep = exports.entries(inside(), Dimension.CATEGORY)
    rows = [it.row for it in deep if it.measure == "persons_trained"]
    assert rows == ["partners", "partners-un", "society", "overlap", "total"]


def test_each_measure_ends_with_its_total_even_of_zero() -> None:
    totals = {
        str(it.measure): it.cell.value for it in exports.entries(inside()) if it.row == "total"
    }
    assert totals == {
        "persons_trained": 1,
        "persons_sensitized": 1,
        "participations": 2,
        "participations_all": 3,
        "headcount_sensitized": 40,
        "headcount_trained": 0,
    }


def test_a_masked_number_is_a_mark_and_never_zero() -> None:
    release = released(THIRTY_AND_THREE)
    with force_locale("en"):
        rows = exports.whole_file(release, ORIGIN)
    trained = {str(it[0]): it[3:5] for it in rows if len(it) > 2 and it[2] == "persons_trained"}
    assert trained["partners/unspecified"] == ["s", "<5"]
    assert trained["partners-un"] == ["s", "s"]
    assert trained["partners"] == [50, 23]


def test_the_whole_file_has_a_column_a_sex_and_age_group() -> None:
    with force_locale("en"):
        rows = exports.whole_file(inside(), ORIGIN)
    assert rows[0][3:] == [*exports.PERSON_COLUMNS.values(), "total", "at_least"]
    for row in (it for it in rows[1:] if len(it) > 1):
        assert sum(int(str(it)) for it in row[3:9]) == row[9]
    heads = [it for it in rows if len(it) > 1 and it[2] == "headcount_sensitized"]
    assert heads[-1][9:] == [40, "yes"]


def test_an_indicator_stands_last_with_neither_sex_nor_total() -> None:
    IndicatorFactory.create(code="released", period_start=YEAR.first, period_end=YEAR.last)
    with force_locale("en"):
        rows = [it for it in exports.whole_file(inside(), ORIGIN) if len(it) > 1]
    assert rows[-1] == ["released", "Children released", "indicator", *[None] * 6, 28, "no"]


def test_hxl_is_read_by_its_own_library_and_a_masked_number_is_empty() -> None:
    release = released(THIRTY_AND_THREE)
    content = write_csv(exports.whole_file(release, ORIGIN, hxl=True))
    read = hxl.data(BytesIO(content))
    rows = [dict(zip(read.display_tags, it.values, strict=True)) for it in read]
    found = {
        it["#beneficiary+type+code"]: it for it in rows if it["#x_measure"] == "persons_trained"
    }
    assert found["partners"]["#reached"] == "73"
    assert found["partners-un"]["#reached+m+adults"] == ""
    assert found["partners-un"]["#x_masked"] == "men women"
    assert found["total"]["#reached+m+children"] == "0"


def test_nothing_is_nothing() -> None:
    assert not exports.has_anything(released())
    assert exports.has_anything(inside())
    assert released(audience=Audience.INSIDE).table(exports.COUNTED[0]).total.is_empty
