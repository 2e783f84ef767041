"""What is kept of a birth date, and of somebody whom several lists write."""

from datetime import date

import pytest

from lms.people.kinds import BirthPrecision
from lms.people.matching.records import Birth, Known, Traits

BORN = date(1980, 5, 4)


def test_a_day_of_birth_is_kept_with_its_year() -> None:
    assert Birth.of(BORN, BirthPrecision.DAY) == Birth(year=1980, day=BORN, exact=True)


@pytest.mark.parametrize("day", [date(1980, 1, 1), date(1980, 12, 31)])
def test_a_conventional_day_says_no_more_than_its_year(day: date) -> None:
    """DOMAIN 4.6."""
    assert Birth.of(day, BirthPrecision.DAY) == Birth(year=1980, exact=True)


def test_a_year_alone_holds_no_day() -> None:
    assert Birth.of(BORN, BirthPrecision.YEAR) == Birth(year=1980, exact=True)


def test_a_year_reckoned_from_an_age_is_not_exact() -> None:
    assert Birth.of(BORN, BirthPrecision.AGE) == Birth(year=1980, exact=False)


def test_each_name_is_remembered_once_and_each_writing_in_its_order() -> None:
    known, first, second = Known(person=1), Traits(phone="1"), Traits(phone="2")
    known.add("kone|awa", first)
    known.add("kone|awa", second)
    assert (known.names, known.seen) == (["kone|awa"], [first, second])


def test_what_is_known_of_one_is_not_known_of_another() -> None:
    one, other = Known(person=1), Known(person=2)
    one.add("kone|awa", Traits())
    assert (other.names, other.seen) == ([], [])
