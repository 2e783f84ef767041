from datetime import date
from random import Random

import pytest

from lms.demo.plan.calendar import FULL_DAY, Diary, Series, rooms
from lms.demo.plan.casting import Cast
from lms.demo.plan.seating import Seating
from lms.demo.plan.targets import FORCES
from lms.demo.plan.values import PlannedPerson
from lms.sessions.kinds import MarkState

HERE = {MarkState.PRESENT, MarkState.LATE}


@pytest.fixture
def seating() -> Seating:
    series = Series(
        course="FDS-2J",
        places={"ML0701": 4},
        days=(FULL_DAY, FULL_DAY),
        first=date(2014, 1, 6),
    )
    return Seating(rooms(series, Diary(), Random(1)), Random(2))


@pytest.fixture
def persons() -> list[PlannedPerson]:
    return Cast(Random(3)).adults(FORCES, 40)


def came(seating: Seating) -> list[int]:
    return [
        sum(mark in HERE for mark in seat.marks) for it in seating.sessions() for seat in it.seats
    ]


def test_whoever_is_to_be_trained_comes_to_three_of_four_half_days(
    seating: Seating, persons: list[PlannedPerson]
) -> None:
    seating.train(persons)
    assert set(came(seating)) == {3, 4}


def test_whoever_is_only_sensitized_comes_to_fewer(
    seating: Seating, persons: list[PlannedPerson]
) -> None:
    seating.sensitize(persons)
    assert set(came(seating)) == {1, 2}


def test_coming_again_is_in_another_session(
    seating: Seating, persons: list[PlannedPerson]
) -> None:
    seating.train(persons)
    for person in persons:
        seating.repeat(person, person.category)
    for it in seating.sessions():
        assert len({seat.person for seat in it.seats}) == len(it.seats)


def test_nothing_is_missed_before_the_first_session(
    seating: Seating, persons: list[PlannedPerson]
) -> None:
    seating.train(persons)
    first = seating.sessions()[0].seats[0].person
    assert not seating.miss_part(next(it for it in persons if it.key == first))


def test_whoever_stays_away_takes_no_test(seating: Seating, persons: list[PlannedPerson]) -> None:
    seating.train(persons[:1])
    seating.miss_all(persons[0])
    seats = [seat for it in seating.sessions() for seat in it.seats]
    assert sorted(bool(seat.attempts) for seat in seats) == [False, True]
