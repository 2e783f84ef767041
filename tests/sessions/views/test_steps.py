import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.extensions import db
from lms.sessions.closing import Hint
from lms.sessions.kinds import Status
from lms.sessions.models import Participation, TrainingSession
from lms.signals import training_session_closing_asked
from tests.conftest import Browse
from tests.factories.people import CategoryFactory
from tests.factories.sessions import HeadcountFactory, ParticipationFactory
from tests.pages import read, text
from tests.sessions.given import given


def test_closing_says_first_what_it_will_write(app: Flask) -> None:
    with app.app_context():
        it = given(days=2, people=4)
        it.mark("PP", "PB", "AA", "PP")
        HeadcountFactory.create(training_session=it.training_session, count=40, at_least=True)
        client, path = it.browser(app), f"/sessions/{it.id}/close"
    page = text(read(client.get(path)))
    assert "2 persons will be trained." in page
    assert "1 person will be sensitized." in page
    assert "1 person was never present and will not be counted." in page
    assert "At least 40 people counted without names." in page
    assert "EXEMPLE01 Awa Sensitized Trained" in page
    answer = client.post(path, follow_redirects=True)
    assert "The session is closed. It now counts in the figures." in text(read(answer))
    with app.app_context():
        assert db.session.get_one(TrainingSession, 1).status is Status.CLOSED
        outcomes = [it.outcome for it in db.session.query(Participation).order_by("id")]
    assert outcomes == ["trained", "sensitized", "none", "trained"]


def test_a_slot_without_marks_is_named_with_its_cure_and_nothing_is_lost(app: Flask) -> None:
    with app.app_context():
        it = given(days=2, people=1)
        it.mark("PB")
        client, path = it.browser(app), f"/sessions/{it.id}/close"
    page = text(read(client.get(path)))
    assert "Day 2 has no mark at all." in page
    answer = client.post(path)
    assert answer.status_code == 422
    page = text(read(answer))
    assert "The session is not closed. Something is still missing" in page
    assert "Call the roll" in page
    with app.app_context():
        assert db.session.get_one(TrainingSession, 1).status is Status.OPEN


def test_the_same_is_said_in_french(app: Flask) -> None:
    with app.app_context():
        it = given(days=2, people=1)
        it.mark("PB")
        client, path = it.browser(app, "fr"), f"/sessions/{it.id}/close"
    page = text(read(client.post(path)))
    assert "La session n’est pas close." in page
    assert "Journée 2 : aucune présence relevée." in page


def test_what_rooms_above_say_is_shown(app: Flask) -> None:
    with app.app_context():
        it = given()
        client, path = it.browser(app), f"/sessions/{it.id}/close"

    def missing(_sender: object) -> list[Hint]:
        return [
            Hint("The quiz is missing.", endpoint="sessions.people"),
            Hint("Stop.", blocks=True),
        ]

    with training_session_closing_asked.connected_to(missing):
        page = text(read(client.get(path)))
    assert "The quiz is missing. Look" in page
    assert "Nobody is recorded." in page
    assert "Not yet" in page


def test_a_session_not_held_at_all_is_cancelled_instead(app: Flask) -> None:
    with app.app_context():
        it = given()
        it.slots[0].held = False
        db.session.commit()
        client, path = it.browser(app), f"/sessions/{it.id}/close"
    assert "No slot was held. Cancel the session instead" in text(read(client.get(path)))


def test_one_who_closes_second_is_told(app: Flask) -> None:
    with app.app_context():
        it = given(people=1, status=Status.CLOSED)
        client, path = it.browser(app), f"/sessions/{it.id}/close"
    for ask in (client.get, client.post):
        page = text(read(ask(path, follow_redirects=True)))
        assert "The session is closed. Nothing in it can be changed any more." in page


@pytest.mark.parametrize("act", ["close", "cancel"])
def test_an_administrator_ends_nothing(app: Flask, browse: Browse, act: str) -> None:
    with app.app_context():
        path = f"/sessions/{given().id}/{act}"
    assert browse(role=Role.ADMINISTRATOR).post(path).status_code == 403


def test_cancelling_asks_once_and_for_a_reason(app: Flask) -> None:
    with app.app_context():
        it = given()
        client, path = it.browser(app), f"/sessions/{it.id}/cancel"
    assert "A cancelled session counts nothing." in text(read(client.get(path)))
    answer = client.post(path, data={"reason": " "})
    assert answer.status_code == 422
    assert "Write why the session is cancelled." in text(read(answer))
    answer = client.post(path, data={"reason": "Route coupée"}, follow_redirects=True)
    page = text(read(answer))
    assert "The session is cancelled. It counts nothing." in page
    assert "Route coupée" in page
    page = text(read(client.get(path, follow_redirects=True)))
    assert "Nothing in it can be changed any more." in page


def test_a_session_is_moved_on_by_hand(app: Flask) -> None:
    with app.app_context():
        it = given()
        client, path = it.browser(app), f"/sessions/{it.id}/step"
    page = text(read(client.post(path, data={"to": "held"}, follow_redirects=True)))
    assert "The state of the session is saved." in page
    page = text(read(client.post(path, data={"to": "held"}, follow_redirects=True)))
    assert "Somebody else has moved the session on meanwhile." in page
    assert "It goes on after all" in page
    client.post(path, data={"to": "open"})
    with app.app_context():
        db.session.get_one(TrainingSession, 1).status = Status.CLOSED
        db.session.commit()
    page = text(read(client.post(path, data={"to": "held"}, follow_redirects=True)))
    assert "The session is closed." in page


@pytest.mark.parametrize(("sent", "named"), [("yes", True), ("no", False)])
def test_the_head_of_unit_switches_names_on_and_off(
    app: Flask, browse: Browse, sent: str, named: bool
) -> None:
    with app.app_context():
        address = f"/sessions/{given(names_movements=not named).id}"
    head = browse(role=Role.UNIT_HEAD)
    answer = head.post(f"{address}/movements", data={"named": sent}, follow_redirects=True)
    assert ("Only count them" in text(read(answer))) is named
    with app.app_context():
        assert db.session.query(TrainingSession).one().names_movements is named


def test_a_trainer_sees_no_switch(app: Flask) -> None:
    with app.app_context():
        it = given()
        client, address = it.browser(app), f"/sessions/{it.id}"
    assert "/movements" not in client.get(address).get_data(as_text=True)


def test_names_that_stand_there_keep_the_switch_on(app: Flask, browse: Browse) -> None:
    with app.app_context():
        it = given(names_movements=True)
        movement = CategoryFactory.create(code="armed-movements")
        ParticipationFactory.create(training_session=it.training_session, category=movement)
        address = f"/sessions/{it.id}"
    head = browse(role=Role.UNIT_HEAD)
    answer = head.post(f"{address}/movements", data={"named": "no"}, follow_redirects=True)
    assert "take them out first" in text(read(answer))
