import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.sessions.kinds import Status
from tests.conftest import Browse
from tests.factories.sessions import TrainingSessionFactory
from tests.pages import read, text
from tests.sessions.given import given


def test_a_trainer_sees_their_sessions_and_no_others(app: Flask) -> None:
    with app.app_context():
        it = given(people=2)
        other = TrainingSessionFactory.create()
        client, theirs = it.browser(app), other.reference
        mine = it.training_session.reference
    page = text(read(client.get("/sessions/")))
    assert mine in page
    assert theirs not in page
    assert "1 session" in page


@pytest.mark.parametrize(
    ("role", "said"),
    [(Role.TRAINER, "Plan one: a course"), (Role.ADMINISTRATOR, "Trainers plan the sessions")],
)
def test_an_empty_list_says_what_to_do_next(browse: Browse, role: Role, said: str) -> None:
    assert said in text(read(browse(role=role).get("/sessions/")))


def test_a_search_narrows_and_can_find_nothing(app: Flask, browse: Browse) -> None:
    with app.app_context():
        held = TrainingSessionFactory.create(status=Status.HELD).reference
        closed = TrainingSessionFactory.create(status=Status.CLOSED).reference
    client = browse(role=Role.UNIT_HEAD)
    page = text(read(client.get("/sessions/?status=held&order=place&course=x&page=7")))
    assert held in page
    assert closed not in page
    page = text(read(client.get("/sessions/?q=nowhere")))
    assert "No session matches this search" in page


def test_the_list_is_in_french_for_a_french_reader(app: Flask) -> None:
    with app.app_context():
        client = given().browser(app, "fr")
    page = text(read(client.get("/sessions/")))
    assert "Planifier une session" in page
    assert "Écouter les enfants" in page
