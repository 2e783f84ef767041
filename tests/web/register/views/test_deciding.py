import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from lms.accounts.actors import Role
from lms.extensions import db
from lms.figures.models import Fact
from lms.people.kinds import Verdict
from lms.people.models import Distinction, Merge, Person, Suggestion
from tests import pages
from tests.conftest import Browse
from tests.factories.people import PersonFactory, SuggestionFactory
from tests.web.register.given import CHILD
from tests.web.register.views.conftest import Asked


def verdict(app: Flask, suggestion_id: int) -> Verdict:
    with app.app_context():
        return db.session.get_one(Suggestion, suggestion_id).verdict


def pointer(app: Flask, person_id: int) -> int | None:
    with app.app_context():
        return db.session.get_one(Person, person_id).merged_into_id


def press(client: FlaskClient, suggestion_id: int, choice: str, **sent: str) -> str:
    """Press one of the three buttons and return where it leads."""
    answer = client.post(f"/matches/{suggestion_id}", data={"verdict": choice, **sent})
    assert answer.status_code == 302, answer.text
    return answer.location


def undo(client: FlaskClient, path: str = "/matches/") -> None:
    """Press the button of the message that stands on the next page."""
    form = pages.one(pages.read(client.get(path)), "div[@role='status']//form")
    sent = {it.get("name", ""): it.get("value", "") for it in form.iter("input")}
    client.post(form.get("action", ""), data=sent)


def test_the_same_person_is_merged_and_can_be_taken_back(
    app: Flask, head: FlaskClient, doubt: Asked
) -> None:
    assert press(head, doubt.id, "same") == "/matches/"
    assert verdict(app, doubt.id) is Verdict.SAME
    assert pointer(app, doubt.person_id) == doubt.candidate_id
    undo(head)
    assert verdict(app, doubt.id) is Verdict.OPEN
    assert pointer(app, doubt.person_id) is None


def test_two_persons_are_kept_apart_for_ever_until_taken_back(
    app: Flask, head: FlaskClient, doubt: Asked
) -> None:
    press(head, doubt.id, "different")
    with app.app_context():
        assert db.session.scalars(select(Distinction)).all()
    assert "remembered for ever" in head.get(f"/matches/{doubt.id}").text
    undo_form = head.post(f"/matches/{doubt.id}/reopen")
    assert undo_form.status_code == 302
    with app.app_context():
        assert not db.session.scalars(select(Distinction)).all()


def test_left_for_later_changes_nothing_and_leads_on(
    app: Flask, head: FlaskClient, doubt: Asked
) -> None:
    with app.app_context():
        following = SuggestionFactory.create(likelihood=100).id
    assert press(head, doubt.id, "later") == f"/matches/{following}"
    assert verdict(app, doubt.id) is Verdict.OPEN


def test_a_decision_leads_to_the_next_of_its_batch(
    app: Flask, head: FlaskClient, doubt: Asked
) -> None:
    with app.app_context():
        SuggestionFactory.create(likelihood=800, kind="phone")
        following = SuggestionFactory.create(likelihood=100, kind="name_only").id
    answer = head.post(f"/matches/{doubt.id}?kind=name_only", data={"verdict": "different"})
    assert answer.location == f"/matches/{following}?kind=name_only"


def test_who_comes_second_is_told_and_led_on(
    app: Flask, browse: Browse, head: FlaskClient, doubt: Asked
) -> None:
    press(browse(role=Role.ADMINISTRATOR), doubt.id, "different")
    assert press(head, doubt.id, "same") == "/matches/"
    assert "Somebody else decided this meanwhile" in head.get("/matches/").text
    assert verdict(app, doubt.id) is Verdict.DIFFERENT


def test_without_a_choice_the_page_asks_for_one(head: FlaskClient, doubt: Asked) -> None:
    answer = head.post(f"/matches/{doubt.id}", data={})
    assert answer.status_code == 422
    assert "Choose one of the three." in answer.text


def test_contrary_marks_are_asked_about_first(
    app: Flask, head: FlaskClient, contrary: tuple[Asked, int]
) -> None:
    doubt, slot_id = contrary
    answer = head.post(f"/matches/{doubt.id}", data={"verdict": "same"})
    assert answer.status_code == 422
    radios = pages.read(answer).findall(f".//input[@name='settled-{slot_id}']")
    assert {it.get("value") for it in radios} == {"present", "absent"}
    assert pointer(app, doubt.person_id) is None
    press(head, doubt.id, "same", **{f"settled-{slot_id}": "absent"})
    with app.app_context():
        assert db.session.scalars(select(Merge.settled)).all() == [{str(slot_id): "absent"}]


def test_records_kept_apart_are_refused_with_the_reason(
    app: Flask, head: FlaskClient, doubt: Asked
) -> None:
    press(head, doubt.id, "different")
    with app.app_context():
        one, other = (
            db.session.get_one(Person, it) for it in (doubt.candidate_id, doubt.person_id)
        )
        again = SuggestionFactory.create(person=one, candidate=other).id
    answer = head.post(f"/matches/{again}", data={"verdict": "same"})
    assert answer.status_code == 422
    assert "these are two persons" in answer.text


def test_a_page_of_doubts_is_decided_at_once_and_taken_back_at_once(
    app: Flask, head: FlaskClient, doubt: Asked
) -> None:
    with app.app_context():
        other, later = (SuggestionFactory.create().id for _each in range(2))
    head.post(
        "/matches/",
        data={
            f"verdict-{doubt.id}": "same",
            f"verdict-{other}": "different",
            f"verdict-{later}": "later",
        },
    )
    found = [verdict(app, it) for it in (doubt.id, other, later)]
    assert found == [Verdict.SAME, Verdict.DIFFERENT, Verdict.OPEN]
    undo(head)
    assert {verdict(app, it) for it in (doubt.id, other, later)} == {Verdict.OPEN}


def test_of_a_page_the_contradictory_one_stays_and_the_others_are_decided(
    app: Flask, head: FlaskClient, doubt: Asked, contrary: tuple[Asked, int]
) -> None:
    stays = contrary[0].id
    head.post("/matches/", data={f"verdict-{doubt.id}": "same", f"verdict-{stays}": "same"})
    assert (verdict(app, doubt.id), verdict(app, stays)) == (Verdict.SAME, Verdict.OPEN)
    assert "something to settle first" in head.get("/matches/").text


def test_a_page_with_a_childs_doubt_decides_nothing_for_an_administrator(
    app: Flask, browse: Browse, doubt: Asked
) -> None:
    with app.app_context():
        childs = SuggestionFactory.create(person=PersonFactory.create(birth_date=CHILD)).id
    answer = browse(role=Role.ADMINISTRATOR).post(
        "/matches/", data={f"verdict-{doubt.id}": "same", f"verdict-{childs}": "same"}
    )
    assert answer.status_code == 403
    assert verdict(app, doubt.id) is Verdict.OPEN


def test_the_totals_follow_a_decision(app: Flask, head: FlaskClient, doubt: Asked) -> None:
    def persons() -> int:
        with app.app_context():
            live = select(Fact.person_id).where(Fact.retracted_at.is_(None))
            return len(set(db.session.scalars(live)))

    assert persons() == 2
    press(head, doubt.id, "same")
    assert persons() == 1
    undo(head)
    assert persons() == 2


@pytest.mark.parametrize("path", ["/matches/{}/reopen", "/matches/reopen"])
def test_what_is_not_decided_cannot_be_taken_back(
    app: Flask, head: FlaskClient, doubt: Asked, path: str
) -> None:
    answer = head.post(path.format(doubt.id), data={"ids": str(doubt.id)})
    assert answer.status_code == 302
    assert verdict(app, doubt.id) is Verdict.OPEN
