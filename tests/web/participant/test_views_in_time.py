"""How long a pass code opens something, and a visit that began earlier with it."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms import clock
from lms.extensions import db
from lms.sessions.kinds import Status
from lms.sessions.models import Participation
from lms.sessions.queries.entry import OPEN_AFTER_CLOSING
from tests import pages
from tests.quizzes.steps import start
from tests.quizzes.views.steps import move_session
from tests.web.participant.conftest import Holder
from tests.web.participant.steps import close, enter, visitor, visits

MINUTE = timedelta(minutes=1)
STILL = OPEN_AFTER_CLOSING - MINUTE
TOO_LONG = OPEN_AFTER_CLOSING + MINUTE
READ = ("/space", "/quiz", "/quiz/1/1", "/quiz/1/review", "/quiz/1/result")


@pytest.fixture
def phone(app: Flask, mine: Holder) -> FlaskClient:
    """Return the browser of somebody in the middle of their quiz."""
    with app.app_context():
        start(db.session.get_one(Participation, mine.id))
        db.session.commit()
    return visitor(app, mine.id)


def test_the_codes_open_a_space_until_thirty_days_after_closing(
    app: Flask, stranger: FlaskClient, mine: Holder
) -> None:
    close(app, mine.id, clock.now() - STILL)
    assert enter(stranger, mine.pass_code).location == "/space"
    assert "Certificate" in stranger.get("/space").text


def test_the_codes_open_nothing_later(app: Flask, stranger: FlaskClient, mine: Holder) -> None:
    close(app, mine.id, clock.now() - TOO_LONG)
    assert "do not belong together" in enter(stranger, mine.pass_code).text


@pytest.mark.parametrize("path", READ)
def test_a_visit_goes_on_for_as_long_as_its_codes_open_one(
    app: Flask, phone: FlaskClient, mine: Holder, path: str
) -> None:
    close(app, mine.id, clock.now() - STILL)
    answer = phone.get(path, follow_redirects=True)
    assert answer.status_code == 200
    assert answer.request.path != "/enter"
    assert visits(phone) == mine.id


@pytest.mark.parametrize("path", [*READ, "/certificates/mine.pdf"])
def test_a_visit_does_not_outlive_its_codes(
    app: Flask, phone: FlaskClient, mine: Holder, path: str
) -> None:
    close(app, mine.id, clock.now() - TOO_LONG)
    answer = phone.get(path, follow_redirects=True)
    assert answer.request.path == "/enter"
    assert "The visit has ended." in answer.text
    assert visits(phone) is None


def test_the_phone_can_be_given_back_however_late(
    app: Flask, phone: FlaskClient, mine: Holder
) -> None:
    close(app, mine.id, clock.now() - TOO_LONG)
    assert phone.post("/leave").location == "/s/GAO7"
    assert visits(phone) is None


def test_a_visit_of_a_session_called_off_is_told_so(
    app: Flask, phone: FlaskClient, mine: Holder
) -> None:
    move_session(app, mine.id, Status.CANCELLED)
    assert phone.get("/space").status_code == 200
    assert "its quiz cannot be taken now" in phone.get("/quiz").text


def test_who_was_taken_out_of_the_session_is_led_to_the_way_in(app: Flask, mine: Holder) -> None:
    client = visitor(app, mine.id)
    with app.app_context():
        db.session.delete(db.session.get_one(Participation, mine.id))
        db.session.commit()
    answer = client.get("/", follow_redirects=True)
    assert answer.request.path == "/enter"
    assert pages.one(pages.read(answer), "input[@name='pass_code']") is not None
    assert visits(client) is None
