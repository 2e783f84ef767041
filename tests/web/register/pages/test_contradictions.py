import pytest
from flask import Flask

from lms.people.values import Contradiction
from lms.web.register.pages.contradictions import contradiction_lines
from tests.factories.sessions import SlotFactory


@pytest.mark.usefixtures("database")
def test_each_slot_offers_the_two_marks_that_exclude_each_other(app: Flask) -> None:
    slot = SlotFactory.create(training_session__place__name_en="Gao")
    asked = Contradiction(slot_id=slot.id, states=("present", "excused"))
    with app.test_request_context(headers={"Accept-Language": "en"}):
        line = contradiction_lines([asked], {slot.id: slot})[0]
    assert line.label == "12 March 2014 · Gao · Day 1"
    assert line.states == (("present", "Present"), ("excused", "Excused"))
