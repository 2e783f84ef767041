from datetime import date

from lms.demo.plan import codes
from lms.demo.plan.mission import plan
from lms.demo.plan.today import around
from lms.sessions.kinds import Status

TODAY = date(2026, 3, 4)


def test_one_session_is_held_one_open_and_two_are_to_come() -> None:
    states = [it.status for it in around(TODAY, plan())]
    assert states == [Status.HELD, Status.OPEN, Status.PLANNED, Status.PLANNED]


def test_none_of_them_is_closed_whatever_the_day() -> None:
    for day in (date(2014, 3, 12), date(2024, 2, 29), TODAY):
        assert Status.CLOSED not in {it.status for it in around(day, plan())}


def test_the_open_one_is_of_today_with_the_codes_to_try() -> None:
    opened = around(TODAY, plan())[1]
    assert opened.room.first_day == TODAY
    assert opened.short_code == codes.SHORT_CODE
    assert opened.seats[0].pass_code == codes.PASS_CODE
    assert not opened.tested
