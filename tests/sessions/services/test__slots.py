import pytest
from hypothesis import HealthCheck, given as any_of, settings, strategies as st

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.sessions.kinds import Half
from lms.sessions.rules.timetable import SlotPlan, in_order
from lms.sessions.services._slots import set_slots
from tests.factories.sessions import FIRST_DAY
from tests.sessions.given import given

pytestmark = pytest.mark.usefixtures("database")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@any_of(st.sets(st.integers(0, 3)), st.sets(st.integers(1, 9), max_size=3))
def test_slots_are_kept_added_and_taken_away_as_planned(kept: set[int], added: set[int]) -> None:
    it = given(days=4)
    plans = [SlotPlan(it.slots[n].day, Half.DAY, 60, it.slots[n].id) for n in kept]
    plans += [SlotPlan(FIRST_DAY.replace(month=n), Half.MORNING, 90) for n in added if n != 3]
    set_slots(training_session=it.training_session, plans=plans, actor=SYSTEM)
    db.session.commit()
    stored = it.training_session.slots
    assert [slot.position for slot in stored] == list(range(1, len(plans) + 1))
    assert [(slot.day, slot.minutes) for slot in stored] == [
        (plan.day, plan.minutes) for plan in in_order(plans)
    ]
    assert {it.slots[n].id for n in kept} <= {slot.id for slot in stored}
