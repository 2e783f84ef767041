from datetime import date

import pytest
from hypothesis import given, strategies as st

from lms.people.kinds import BirthPrecision
from lms.sessions.rules import births

FIRST_DAY = date(2014, 3, 12)
DAY, YEAR, AGE = BirthPrecision.DAY, BirthPrecision.YEAR, BirthPrecision.AGE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12/03/1984", (date(1984, 3, 12), DAY)),  # the day comes first
        (" 2.1.1984 ", (date(1984, 1, 2), DAY)),
        ("1984-03-12", (date(1984, 3, 12), DAY)),
        ("1984", (date(1984, 1, 1), YEAR)),
        ("30", (date(1984, 1, 1), AGE)),
        ("30 ans", (date(1984, 1, 1), AGE)),
        ("9 years", (date(2005, 1, 1), AGE)),
    ],
)
def test_a_birth_is_read_as_people_give_it(
    text: str, expected: tuple[date, BirthPrecision]
) -> None:
    assert births.read(text, on=FIRST_DAY) == expected


@pytest.mark.parametrize(
    "text", ["", "x", "31/02/1984", "1850", "2015", "0000", "13/03/2014", "300", "1984-13-01"]
)
def test_what_cannot_be_a_birth_is_not_read(text: str) -> None:
    assert births.read(text, on=FIRST_DAY) is None


@given(st.dates(date(1950, 1, 1), date(2010, 12, 31)))
def test_a_date_survives_being_written(birth_date: date) -> None:
    for text in (f"{birth_date:%d/%m/%Y}", birth_date.isoformat()):
        assert births.read(text, on=FIRST_DAY) == (birth_date, DAY)
