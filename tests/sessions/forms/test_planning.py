from datetime import date

from flask import Flask
from wtforms import SelectChoice

from lms.sessions.forms.planning import PlanForm, RevisionForm, ScheduleForm
from lms.sessions.kinds import Half
from lms.sessions.rules.timetable import SlotPlan
from tests.sessions.given import given

USUAL = {
    "place_id": "1",
    "lead_id": "2",
    "languages": ["fr"],
    "phase": "ongoing",
    "delivery": "classroom",
}


def offer(form: PlanForm) -> None:
    """Offer two of everything."""
    two = [SelectChoice("1", "One"), SelectChoice("2", "Two")]
    form.offer(places=two, facilitators=two, organisations=two)


def test_a_form_becomes_a_plan_with_proposed_slots(app: Flask) -> None:
    days = {"first_day": "2014-03-12", "last_day": "2014-03-12", "division": "half_days"}
    data = USUAL | days | {"course_id": "1", "others": ["1", "2"], "joint_organisation_ids": ["2"]}
    with app.test_request_context(method="POST", data=data):
        form = ScheduleForm()
        offer(form)
        form.offer_courses([SelectChoice("1", "One")])
        assert form.validate(), form.errors
        plan = form.plan(360)
    assert [it.minutes for it in plan.slots] == [180, 180]
    assert plan.facilitator_ids == (2, 1), "the leader stands once, in front"
    assert plan.joint_organisation_ids == (2,)
    assert (plan.lead_organisation_id, plan.capacity) == (None, None)


def test_a_stored_plan_is_shown_with_two_lines_to_spare(app: Flask) -> None:
    with app.test_request_context():
        it = given(days=2)
        form = RevisionForm()
        offer(form)
        form.fill(it.training_session)
        assert [entry.form.day.data for entry in form.slots] == [
            date(2014, 3, 12),
            date(2014, 3, 13),
            None,
            None,
        ]
        assert form.lead_id.data == it.trainer.id


def test_lines_without_a_day_and_removed_ones_are_no_slots(app: Flask) -> None:
    data = USUAL | {
        "slots-0-slot_id": "7",
        "slots-0-day": "2014-03-12",
        "slots-0-half": "day",
        "slots-0-minutes": "360",
        "slots-1-day": "2014-03-13",
        "slots-1-half": "day",
        "slots-1-remove": "y",
        "slots-2-half": "morning",
    }
    with app.test_request_context(method="POST", data=data):
        form = RevisionForm()
        offer(form)
        assert form.validate(), form.errors
        assert form.plan(1).slots == (SlotPlan(date(2014, 3, 12), Half.DAY, 360, 7),)
