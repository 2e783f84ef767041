import pytest
from flask import Flask
from sqlalchemy import select

from lms.accounts.models import AccessLog
from lms.extensions import db
from lms.people.kinds import AgeGroup
from lms.sessions import pass_codes
from lms.sessions.kinds import ParticipationRole, Status
from lms.sessions.models import Participation
from lms.sessions.outcome import Outcome
from tests.pages import read, text
from tests.sessions.given import given, statements


def test_the_people_stand_with_role_number_and_pass_code(app: Flask) -> None:
    with app.app_context():
        it = given(people=2)
        it.participations[0].rank = "Sgt"
        it.participations[1].age_group = AgeGroup.MINOR
        db.session.commit()
        code = pass_codes.show(it.participations[0].pass_code)
        client, path, tag = it.browser(app), f"/sessions/{it.id}/people", it.training_session.tag
    page = text(read(client.get(path)))
    assert "2 participants" in page
    assert "EXEMPLE00 Awa" in page
    assert "Sgt · …710" in page
    assert code in page
    assert "Minor" in page
    with app.app_context():
        assert db.session.scalars(select(AccessLog.target)).all() == [tag]


def test_a_closed_session_shows_each_outcome_and_dose(app: Flask) -> None:
    with app.app_context():
        it = given(people=1, status=Status.CLOSED)
        one = it.participations[0]
        one.outcome, one.marks_obtained, one.marks_held = Outcome.TRAINED, 3, 4
        db.session.commit()
        client, path = it.browser(app), f"/sessions/{it.id}/people"
    assert "Trained 3/4" in text(read(client.get(path)))


@pytest.mark.parametrize("status", [Status.OPEN, Status.CLOSED])
def test_nobody_yet_says_what_to_do(app: Flask, status: Status) -> None:
    with app.app_context():
        it = given(status=status)
        client, path = it.browser(app), f"/sessions/{it.id}/people"
    page = text(read(client.get(path)))
    assert ("Nobody in this session yet" in page) is (status is Status.OPEN)
    assert ("Nobody is named in this session" in page) is (status is Status.CLOSED)


def test_a_role_is_put_right(app: Flask) -> None:
    with app.app_context():
        it = given(people=1)
        client, person = it.browser(app), it.participations[0].id
        path = f"/sessions/{it.id}/people/{person}/role"
    answer = client.post(path, data={"role": "observer"}, follow_redirects=True)
    assert "The role is saved." in text(read(answer))
    client.post(path, data={"role": "astronaut"})
    with app.app_context():
        assert db.session.get_one(Participation, person).role is ParticipationRole.OBSERVER


def test_who_was_entered_by_mistake_is_taken_out_after_asking_once(app: Flask) -> None:
    with app.app_context():
        it = given(people=2)
        client = it.browser(app)
        path = f"/sessions/{it.id}/people/{it.participations[0].id}/withdraw"
    assert "Take EXEMPLE00 Awa out of the session?" in text(read(client.get(path)))
    answer = client.post(path, follow_redirects=True)
    assert "EXEMPLE00 Awa is no longer in the session." in text(read(answer))
    assert "1 participant" in text(read(answer))


def test_who_has_marks_stays(app: Flask) -> None:
    with app.app_context():
        it = given(people=1)
        it.mark("P")
        client = it.browser(app)
        path = f"/sessions/{it.id}/people/{it.participations[0].id}/withdraw"
    answer = client.post(path, follow_redirects=True)
    assert "has marks or quiz answers in the session and stays" in text(read(answer))


def test_nothing_changes_once_it_is_over(app: Flask) -> None:
    with app.app_context():
        it = given(people=1, status=Status.CLOSED)
        client, base = it.browser(app), f"/sessions/{it.id}/people/{it.participations[0].id}"
    for act in ("role", "withdraw"):
        answer = client.post(f"{base}/{act}", data={"role": "other"}, follow_redirects=True)
        assert "The session is closed." in text(read(answer))


def test_the_page_takes_as_many_statements_however_many_people_there_are(app: Flask) -> None:
    counts = []
    for people in (2, 9):
        with app.app_context():
            it = given(people=people)
            client, path = it.browser(app), f"/sessions/{it.id}/people"
        client.get(path)
        with app.app_context():
            counts.append(statements(lambda c=client, p=path: c.get(p)))
    assert counts[0] == counts[1]
