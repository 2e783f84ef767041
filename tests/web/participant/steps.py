"""What the tests of visits do again and again."""

from datetime import datetime

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from lms.extensions import db
from lms.http import PARTICIPATION_KEY
from lms.lib.check_characters import DIGITS, check_character
from lms.sessions.kinds import Status
from lms.sessions.models import Participation


def code(number: int) -> str:
    """Return a well-formed pass code."""
    drawn = f"{number:06d}"
    return drawn + check_character(drawn, DIGITS)


def enter(
    client: FlaskClient, pass_code: str, short_code: str = "GAO7", locale: str = "en"
) -> TestResponse:
    """Send both codes."""
    sent = {"short_code": short_code, "pass_code": pass_code}
    return client.post("/enter", data=sent, headers={"Accept-Language": locale})


def visitor(app: Flask, participation_id: int) -> FlaskClient:
    """Return the browser of somebody whose visit has begun."""
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    with client.session_transaction() as kept:
        kept[PARTICIPATION_KEY] = participation_id
    return client


def visits(client: FlaskClient) -> int | None:
    """Return whose visit the cookie of a browser holds."""
    with client.session_transaction() as kept:
        found: int | None = kept.get(PARTICIPATION_KEY)
        return found


def close(app: Flask, participation_id: int, at: datetime) -> None:
    """Close the session of a participation at that moment."""
    with app.app_context():
        training_session = db.session.get_one(Participation, participation_id).training_session
        training_session.status = Status.CLOSED
        training_session.closed_at = at
        db.session.commit()
