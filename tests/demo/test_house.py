from datetime import UTC, date, datetime

import pytest

from lms.accounts.actors import SYSTEM
from lms.demo.catalogue import add_courses
from lms.demo.house import ORGANISATIONS, look_up
from lms.demo.plan.calendar import PLACES
from lms.people import reference
from lms.sessions import reference as places


@pytest.mark.usefixtures("database")
def test_whatever_a_plan_names_is_in_the_reference_data() -> None:
    reference.load()
    places.load()
    add_courses(now=datetime(2026, 3, 4, tzinfo=UTC), actor=SYSTEM)
    house = look_up((), {})
    assert house.lead_id
    assert set(ORGANISATIONS) <= set(house.categories)
    assert all(house.organisation_id(category) for category in ORGANISATIONS)
    assert house.organisation_id("malian-forces") is None
    for code in PLACES:
        assert house.place_id(code, date(2014, 3, 12))
