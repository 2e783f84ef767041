from datetime import date

from hypothesis import given, strategies as st

from lms.sessions.kinds import Half
from lms.sessions.rules.timetable import SlotPlan
from lms.sessions.values import Plan


@given(st.lists(st.dates(), min_size=1))
def test_a_plan_spans_its_slots_in_whatever_order(days: list[date]) -> None:
    plan = Plan(
        course_id=1,
        place_id=1,
        slots=tuple(SlotPlan(day, Half.DAY, 60) for day in days),
        facilitator_ids=(1,),
    )
    assert plan.first_day <= plan.last_day
    assert {plan.first_day, plan.last_day} <= set(days)
