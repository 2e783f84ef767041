from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.accounts.actors import Role
from lms.sessions.kinds import Status
from tests.conftest import Browse
from tests.factories.sessions import PlaceFactory, TrainingSessionFactory
from tests.figures.events.given import held, twins

YEAR = "from=2014-01-01&to=2014-12-31"


@pytest.fixture
def head(browse: Browse) -> FlaskClient:
    return browse(role=Role.UNIT_HEAD)


@pytest.fixture
def address(app: Flask) -> str:
    """Return where two sessions are that may be one event."""
    with app.app_context():
        one, other = twins()
        return f"/figures/events/{one.id}/{other.id}"


def test_the_dashboard_leads_to_the_two_sessions(head: FlaskClient, address: str) -> None:
    page = head.get(f"/figures/?{YEAR}").text
    assert "possible duplicate event" in page
    assert address in page


def test_the_page_says_what_is_alike_and_names_nobody(head: FlaskClient, address: str) -> None:
    page = head.get(address).text
    assert "5 persons stand in both: 100% of the smaller session." in page
    assert "Nom" not in page


def test_two_events_leave_the_dashboard(head: FlaskClient, address: str) -> None:
    assert head.post(address, data={"answer": "two"}).status_code == 302
    assert "They will not be asked about again" in head.get(address).text
    assert "possible duplicate event" not in head.get(f"/figures/?{YEAR}").text
    assert "No session looks like another" in head.get("/figures/events/").text


def test_one_event_is_still_to_be_taken_back(head: FlaskClient, address: str) -> None:
    head.post(address, data={"answer": "one"})
    assert "Both count until one of them is taken back" in head.get(address).text
    assert "one of the two is still to be taken back" in head.get("/figures/events/").text


def test_an_answer_that_does_not_exist_is_refused(head: FlaskClient, address: str) -> None:
    assert head.post(address, data={"answer": "both"}).status_code == 422


def test_a_session_is_no_twin_of_itself(head: FlaskClient, address: str) -> None:
    one = address.split("/")[3]
    assert head.get(f"/figures/events/{one}/{one}").status_code == 404


def test_r15_what_was_held_with_nobody_is_flagged_on_the_dashboard_and_on_its_page(
    app: Flask, head: FlaskClient
) -> None:
    with app.app_context():
        it = TrainingSessionFactory.create(status=Status.CLOSED)
        reference, here = it.reference, f"/sessions/{it.id}"
    dashboard = head.get(f"/figures/?{YEAR}").text
    assert "session held with nobody in it" in dashboard
    assert here in dashboard
    assert "Held with nobody in it." in head.get(here).text
    assert reference in head.get("/sessions/?status=nobody").text


def test_the_dashboard_leads_to_the_pairs_of_its_days(app: Flask, head: FlaskClient) -> None:
    with app.app_context():
        place = PlaceFactory.create()
        first = held(place, [])
        for _ in range(2):
            held(place, [], course_version=first.course_version)
        twins(first_day=date(2015, 3, 14), place=place)
        reference = first.reference
    address = "/figures/events/?from=2014-01-01&amp;to=2014-12-31"
    assert address in head.get(f"/figures/?{YEAR}").text
    assert reference in (page := head.get(address.replace("&amp;", "&")).text)
    assert "All dates" in page
    assert (
        "No session looks like another"
        in head.get("/figures/events/?from=2016-01-01&to=2016-12-31").text
    )


def test_where_there_may_be_more_both_pages_say_so(app: Flask, head: FlaskClient) -> None:
    with app.app_context():
        place = PlaceFactory.create()
        first = held(place, [])
        for _ in range(20):
            held(place, [], course_version=first.course_version)
    assert "at least 200" in head.get(f"/figures/?{YEAR}").text
    assert "Only the latest 200 are shown" in head.get("/figures/events/").text
