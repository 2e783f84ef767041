import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.extensions import db
from lms.sessions.kinds import Half, Status
from lms.sessions.models import Slot
from lms.sessions.outcome import Outcome
from tests.conftest import Browse
from tests.factories.sessions import HeadcountFactory, JointOrganisationFactory
from tests.pages import read, text
from tests.sessions.given import given


def test_the_overview_says_how_far_each_slot_is(app: Flask) -> None:
    with app.app_context():
        it = given(days=3, people=4, capacity=30)
        it.mark("PPB", "AAB", "LBB", "EBB")
        JointOrganisationFactory.create(training_session=it.training_session)
        client, path, name = it.browser(app), f"/sessions/{it.id}", it.trainer.name
    page = text(read(client.get(path)))
    assert "3 days of 3 hours, 9 hours without breaks" in page
    assert "2 called of 4" in page
    assert "All called" in page
    assert "75%, that is 3 presences of 3" in page
    assert "4 of 30" in page
    assert name in page


def test_half_days_are_called_by_their_weekday_in_french(app: Flask) -> None:
    with app.app_context():
        it = given()
        db.session.get_one(Slot, it.slots[0].id).half = Half.MORNING
        db.session.commit()
        client, path = it.browser(app, "fr"), f"/sessions/{it.id}"
    page = text(read(client.get(path)))
    assert "Mercredi matin" in page
    assert "Mercredi matin 12 mars" in page


def test_a_closed_session_shows_what_it_came_to(app: Flask) -> None:
    with app.app_context():
        it = given(people=3, status=Status.CLOSED)
        for person, outcome in zip(it.participations, Outcome, strict=True):
            person.outcome = outcome
        HeadcountFactory.create(training_session=it.training_session, count=40, at_least=True)
        client, path = it.browser(app), f"/sessions/{it.id}"
    page = text(read(client.get(path)))
    assert "Persons trained 1" in page
    assert "Persons sensitized 1" in page
    assert "at least 40" in page
    assert "Close the session" not in page


def test_a_cancelled_session_says_why(app: Flask) -> None:
    with app.app_context():
        it = given(status=Status.CANCELLED, status_reason="Route coupée")
        client, path = it.browser(app), f"/sessions/{it.id}"
    assert "Cancelled: Route coupée" in text(read(client.get(path)))


def test_an_administrator_reads_and_is_offered_no_act(app: Flask, browse: Browse) -> None:
    with app.app_context():
        path = f"/sessions/{given(people=1).id}"
    page = text(read(browse(role=Role.ADMINISTRATOR).get(path)))
    assert "Call the roll" not in page
    assert "Change the plan" not in page


@pytest.mark.parametrize("page", ["", "/people", "/slips", "/roll", "/headcounts", "/close"])
def test_the_session_of_another_trainer_stays_closed(
    app: Flask, browse: Browse, page: str
) -> None:
    with app.app_context():
        path = f"/sessions/{given(people=1).id}{page}"
    answer = browse().get(path)
    assert answer.status_code == 403
    assert "another trainer’s session" in text(read(answer))


def test_a_session_that_does_not_exist_is_not_found(browse: Browse) -> None:
    assert browse().get("/sessions/404").status_code == 404
