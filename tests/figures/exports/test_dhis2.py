import json
from datetime import date

import pytest

from lms.figures import exports
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.exports.dhis2 import period_code
from lms.figures.exports.mappings import BadMapping, MappedValue, Mapping
from tests.figures.exports.given import HEADS, ORIGIN, THIRTY_AND_THREE, inside, released

pytestmark = pytest.mark.usefixtures("database")
TRAINED = Measure.PERSONS_TRAINED


def mapping(*values: MappedValue) -> Mapping:
    return Mapping("S1234567890", "O1234567890", "", values)


def test_masked_numbers_are_left_out_and_at_least_is_a_comment() -> None:
    release = released(THIRTY_AND_THREE, HEADS)
    asked = mapping(
        MappedValue(TRAINED, "partners", "women", "a1234567890", "c1234567890"),
        MappedValue(TRAINED, "partners-un", "women", "b1234567890", ""),
        MappedValue(Measure.HEADCOUNT_SENSITIZED, "total", "total", "d1234567890", ""),
    )
    answer = json.loads(exports.data_value_set(release, asked, ORIGIN))
    sample = "Sample data / Données d'exemple"
    assert answer == {
        "dataSet": "S1234567890",
        "completeDate": "2015-08-03",
        "period": "2014",
        "orgUnit": "O1234567890",
        "dataValues": [
            {
                "dataElement": "a1234567890",
                "categoryOptionCombo": "c1234567890",
                "value": "23",
                "comment": f"distinct persons: do not aggregate in time; {sample}",
            },
            {"dataElement": "d1234567890", "value": "40", "comment": f"at least; {sample}"},
        ],
    }


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(2014, 3, 1), date(2014, 3, 31), "201403"),
        (date(2014, 1, 1), date(2014, 3, 31), "2014Q1"),
        (date(2014, 1, 1), date(2014, 12, 31), "2014"),
        (date(2013, 7, 1), date(2014, 6, 30), "2013July"),
    ],
)
def test_periods_are_those_of_dhis2(first: date, last: date, code: str) -> None:
    assert period_code(Window(first, last)) == code


def test_another_period_and_an_unknown_row_are_refused() -> None:
    with pytest.raises(BadMapping, match="period"):
        period_code(Window(date(2013, 7, 1), date(2015, 7, 31)))
    asked = mapping(MappedValue(TRAINED, "nobody", "total", "a1234567890", ""))
    with pytest.raises(BadMapping, match="unknown_row: nobody"):
        exports.data_value_set(released(THIRTY_AND_THREE), asked, ORIGIN)


def test_full_numbers_never_go_to_another_system() -> None:
    with pytest.raises(ValueError, match="leaves the unit"):
        exports.data_value_set(inside(), mapping(), ORIGIN)
