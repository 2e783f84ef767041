from datetime import date
from random import Random

from lms.demo.plan.calendar import FULL_DAY, NORTH, SOUTH, Diary, Series, rooms

FRIDAY = date(2014, 3, 14)
MONDAY = date(2014, 3, 17)


def test_two_days_that_would_cross_a_weekend_begin_on_monday() -> None:
    assert Diary().book(NORTH, FRIDAY, 2) == [MONDAY, date(2014, 3, 18)]


def test_a_day_already_given_is_not_given_again() -> None:
    diary = Diary()
    diary.book(NORTH, FRIDAY, 1)
    assert diary.book(NORTH, FRIDAY, 1) == [MONDAY]
    assert diary.book(SOUTH, FRIDAY, 1) == [FRIDAY]


def test_a_series_gives_each_place_its_sessions_in_order() -> None:
    series = Series(course="FDS-2J", places={"ML0701": 3, "ML0901": 2}, days=(FULL_DAY, FULL_DAY))
    made = rooms(series, Diary(), Random(1))
    assert sorted(it.place for it in made) == ["ML0701"] * 3 + ["ML0901"] * 2
    assert [it.first_day for it in made] == sorted(it.first_day for it in made)
    assert {len(it.slots) for it in made} == {4}
    assert {it.trainer for it in made if it.place == "ML0901"} == {SOUTH}
