from datetime import date, timedelta

from hypothesis import given, strategies as st

from lms.sessions.kinds import Division, Half
from lms.sessions.rules import timetable
from lms.sessions.rules.timetable import SlotPlan

MARCH_12, MARCH_14 = date(2014, 3, 12), date(2014, 3, 14)
plans = st.lists(
    st.builds(SlotPlan, st.dates(MARCH_12, MARCH_14), st.sampled_from(Half), st.integers(1, 400))
)


def test_a_course_of_three_days_becomes_three_days() -> None:
    slots = timetable.propose(MARCH_12, MARCH_14, Division.DAYS, 1080)
    assert [(it.day.day, it.half, it.minutes) for it in slots] == [
        (12, Half.DAY, 360),
        (13, Half.DAY, 360),
        (14, Half.DAY, 360),
    ]


def test_half_days_share_out_what_the_course_lasts() -> None:
    slots = timetable.propose(MARCH_12, date(2014, 3, 13), Division.HALF_DAYS, 722)
    assert [it.minutes for it in slots] == [181, 181, 180, 180]
    assert [it.half for it in slots[:2]] == [Half.MORNING, Half.AFTERNOON]


def test_a_short_course_on_one_day_is_one_slot() -> None:
    slots = timetable.propose(MARCH_12, MARCH_12, Division.HALF_DAYS, 180)
    assert slots == [SlotPlan(MARCH_12, Half.MORNING, 180)]


def test_a_course_without_modules_takes_the_usual_length() -> None:
    slots = timetable.propose(MARCH_12, MARCH_12, Division.HALF_DAYS, 0)
    assert [it.minutes for it in slots] == [180, 180]


def test_a_whole_day_takes_both_halves() -> None:
    day, morning = SlotPlan(MARCH_12, Half.DAY, 360), SlotPlan(MARCH_12, Half.MORNING, 180)
    afternoon = SlotPlan(MARCH_12, Half.AFTERNOON, 180)
    assert timetable.collide([day, morning])
    assert not timetable.collide([morning, afternoon, SlotPlan(MARCH_14, Half.DAY, 360)])


@given(st.integers(0, 20), st.sampled_from(Division), st.integers(1, 5000))
def test_proposed_slots_add_up_to_the_course(days: int, division: Division, minutes: int) -> None:
    last = MARCH_12 + timedelta(days=days)
    slots = timetable.propose(MARCH_12, last, division, minutes)
    assert sum(it.minutes for it in slots) == max(minutes, len(slots))
    assert slots == timetable.in_order(slots)
    assert not timetable.collide(slots)


@given(plans)
def test_colliding_does_not_depend_on_order(slots: list[SlotPlan]) -> None:
    assert timetable.collide(slots) == timetable.collide(slots[::-1])
