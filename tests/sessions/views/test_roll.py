import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from lms.accounts.actors import Role
from lms.extensions import db
from lms.people.kinds import Sex
from lms.sessions import queries, services
from lms.sessions.kinds import MarkSource, MarkState, Status
from lms.sessions.models import AttendanceMark, TrainingSession
from lms.sessions.values import Tap
from tests.conftest import Browse
from tests.factories.sessions import FacilitatorFactory
from tests.pages import one, read, text
from tests.sessions.given import NOW, Given, given, statements

JSON = {"Accept": "application/json"}


def chosen(answer: TestResponse, attribute: str = "value") -> dict[str, str]:
    """Return which states a roll shows as chosen, by the name of the field."""
    radios = [it for it in read(answer).findall(".//input") if it.get("type") == "radio"]
    ticked = [it for it in radios if it.get("checked") is not None]
    return {it.get("name", ""): it.get(attribute, "") for it in ticked}


def checked(client: FlaskClient, path: str) -> dict[str, str]:
    """Return the same of a page that is read."""
    return chosen(client.get(path))


def names(it: Given) -> list[str]:
    return [f"p{person.id}" for person in it.participations]


def stored(app: Flask) -> list[MarkState]:
    with app.app_context():
        marks = db.session.scalars(select(AttendanceMark).order_by(AttendanceMark.id))
        return [mark.state for mark in marks]


def test_without_a_script_the_roll_is_one_form(app: Flask) -> None:
    with app.app_context():
        it = given(people=3)
        client, path = it.browser(app), f"/sessions/{it.id}/roll"
        first, second, third = names(it)
    shown = read(client.get(path))
    assert "0 called of 3" in text(shown)
    assert "EXEMPLE00 Awa, number ending in 710" in text(shown)
    form = {first: "present", second: "late", f"seen-{first}": "blank", f"seen-{second}": "blank"}
    answer = client.post(path, data=form, follow_redirects=True)
    assert "2 marks saved." in text(read(answer))
    assert checked(client, path) == {first: "present", second: "late"}
    assert third not in checked(client, path)


def test_only_what_changed_is_marked_again(app: Flask) -> None:
    with app.app_context():
        it = given(people=2)
        it.mark("P", "P")
        client, path = it.browser(app), f"/sessions/{it.id}/roll"
        first, second = names(it)
    form = {first: "absent", second: "present", f"seen-{first}": "present"}
    client.post(path, data=form | {f"seen-{second}": "present"})
    assert stored(app) == [MarkState.PRESENT, MarkState.PRESENT, MarkState.ABSENT]


def test_what_another_trainer_marked_meanwhile_is_said_and_kept(app: Flask) -> None:
    with app.app_context():
        it = given(people=2)
        second = FacilitatorFactory.create(
            training_session=it.training_session, user__name="Fanta Modèle", lead=False
        ).user
        client, path = it.browser(app), f"/sessions/{it.id}/roll"
        first, other = names(it)
        services.mark_many(
            training_session=it.training_session,
            marks=[
                Tap(participation_id=person.id, slot_id=it.slots[0].id, state=MarkState.ABSENT)
                for person in it.participations
            ],
            source=MarkSource.ROSTER,
            now=NOW,
            actor=second.actor,
        )
        db.session.commit()
    form = {first: "present", f"seen-{first}": "blank", f"seen-{other}": "blank"}
    page = text(read(client.post(path, data=form, follow_redirects=True)))
    assert "EXEMPLE00 Awa: Fanta Modèle had put “Absent” (20 March 2014 at 9:00)." in page
    assert "Your mark, “Present”, now counts; both are kept." in page
    assert checked(client, path) == {first: "present", other: "absent"}


def test_a_session_closed_meanwhile_loses_nothing_on_the_page(app: Flask) -> None:
    with app.app_context():
        it = given(people=1)
        client, path = it.browser(app), f"/sessions/{it.id}/roll"
        (name,) = names(it)
        it.training_session.status = Status.CLOSED
        db.session.commit()
    answer = client.post(path, data={name: "late", f"seen-{name}": "blank"})
    assert answer.status_code == 422
    assert "Somebody closed or cancelled the session" in text(read(answer))
    assert chosen(answer) == {name: "late"}
    assert stored(app) == []


def test_a_tap_is_kept_at_once_and_answers_the_script(app: Flask) -> None:
    with app.app_context():
        it = given(people=2)
        client = it.browser(app)
        path = f"/sessions/{it.id}/roll/{it.slots[0].id}/tap"
        person = it.participations[0].id
    tap = {"participation": person, "state": "present", "seen": "blank", "uuid": "a"}
    tap["at"] = "2014-03-12T08:30:00Z"
    for _ in range(2):
        answer = client.post(path, data=tap, headers=JSON)
        told = {"called": 1, "progress": "1 called of 2", "meanwhile": []}
        assert answer.get_json() == told
    with app.app_context():
        (mark,) = db.session.scalars(select(AttendanceMark)).all()
        assert mark.device_time is not None
        assert mark.device_time.hour == 8
    undo = {"participation": person, "state": "blank", "seen": "present", "uuid": "b", "at": "x"}
    assert client.post(path, data=undo, headers=JSON).get_json()["called"] == 0
    assert stored(app) == [MarkState.PRESENT, MarkState.BLANK]


def test_a_mark_is_taken_back_without_a_script(app: Flask) -> None:
    with app.app_context():
        it = given(people=1)
        it.mark("P")
        client, path = it.browser(app), f"/sessions/{it.id}/roll"
        person, slot = it.participations[0].id, it.slots[0].id
    form = {"participation": person, "state": "blank"}
    answer = client.post(f"{path}/{slot}/tap", data=form, follow_redirects=True)
    assert "The mark is saved." in text(read(answer))
    assert checked(client, f"{path}?slot={slot}") == {}


@pytest.mark.parametrize("status", [Status.CLOSED, Status.CANCELLED])
def test_a_tap_on_a_session_that_is_over_is_refused_in_words(app: Flask, status: Status) -> None:
    with app.app_context():
        it = given(people=1, status=status)
        client = it.browser(app)
        path = f"/sessions/{it.id}/roll/{it.slots[0].id}/tap"
        tap = {"participation": it.participations[0].id, "state": "present"}
    answer = client.post(path, data=tap, headers=JSON)
    assert answer.status_code == 422
    assert answer.get_json() == {"refused": "The session is over: this mark was not saved."}
    page = text(read(client.post(path, data=tap, follow_redirects=True)))
    assert "Nothing in it can be changed any more." in page


def test_a_state_or_slot_that_does_not_exist_is_not_found(app: Flask) -> None:
    with app.app_context():
        it = given(people=1)
        client, base, slot = it.browser(app), f"/sessions/{it.id}/roll", it.slots[0].id
    assert client.post(f"{base}/{slot}/tap", data={"state": "asleep"}).status_code == 404
    assert client.post(f"{base}/{slot}/tap", data={"state": "late"}).status_code == 404
    assert client.get(f"{base}?slot=404").status_code == 404


def test_marks_agree_with_women_in_french(app: Flask) -> None:
    with app.app_context():
        it = given(people=2)
        it.participations[1].sex = Sex.MALE
        it.mark("P", "P")
        client, path = it.browser(app, "fr"), f"/sessions/{it.id}/roll"
    answer = client.get(path)
    assert list(chosen(answer, "aria-label").values()) == ["Présente", "Présent"]
    assert "2 appelés sur 2" in text(read(answer))


def test_who_may_not_mark_reads_the_whole_sheet(app: Flask, browse: Browse) -> None:
    with app.app_context():
        it = given(days=2, people=1)
        it.mark("PL")
        path = f"/sessions/{it.id}/roll"
    client = browse(role=Role.ADMINISTRATOR)
    page = read(client.get(path))
    assert [text(cell) for cell in page.findall(".//td")] == ["Present", "Late"]
    assert client.post(path).status_code == 403


def test_without_anybody_the_page_says_whom_to_add(app: Flask) -> None:
    with app.app_context():
        it = given()
        client, path = it.browser(app), f"/sessions/{it.id}/roll"
    assert "Nobody to call yet" in text(read(client.get(path)))


def test_a_slot_not_held_is_settled_and_brought_back(app: Flask) -> None:
    with app.app_context():
        it = given(days=2, people=1)
        client, base, slot = it.browser(app), f"/sessions/{it.id}", it.slots[0].id
    settle = f"{base}/slots/{slot}/held"
    page = text(read(client.post(settle, data={"held": "no"}, follow_redirects=True)))
    assert "The slot no longer counts" in page
    assert "This slot was not held" in text(read(client.get(f"{base}/roll?slot={slot}")))
    page = text(read(client.post(settle, data={"held": "yes"}, follow_redirects=True)))
    assert "The slot counts." in page


def test_a_slot_with_marks_was_held(app: Flask) -> None:
    with app.app_context():
        it = given(people=1)
        it.mark("P")
        client, path = it.browser(app), f"/sessions/{it.id}/slots/{it.slots[0].id}/held"
    page = text(read(client.post(path, data={"held": "no"}, follow_redirects=True)))
    assert "Somebody is marked in this slot" in page
    with app.app_context():
        (slot,) = db.session.get_one(TrainingSession, 1).slots
        assert slot.held


def test_nothing_is_settled_once_it_is_over(app: Flask) -> None:
    with app.app_context():
        it = given(status=Status.CANCELLED)
        client, path = it.browser(app), f"/sessions/{it.id}/slots/{it.slots[0].id}/held"
    page = text(read(client.post(path, data={"held": "no"}, follow_redirects=True)))
    assert "The session is cancelled." in page


def test_the_roll_takes_as_many_statements_however_many_people_there_are(app: Flask) -> None:
    counts = []
    for people in (2, 9):
        with app.app_context():
            it = given(people=people)
            client, path = it.browser(app), f"/sessions/{it.id}/roll"
        client.get(path)
        with app.app_context():
            counts.append(statements(lambda c=client, p=path: c.get(p)))
    assert counts[0] == counts[1]


def test_the_roll_has_one_heading_and_tabs_between_slots(app: Flask) -> None:
    with app.app_context():
        it = given(days=2, people=1)
        client, path = it.browser(app), f"/sessions/{it.id}/roll"
        assert len(queries.slot_states(it.training_session)) == 2
    page = read(client.get(path))
    assert text(one(page, "h1")) == "Day 1"
    assert "Day 2" in text(page)
