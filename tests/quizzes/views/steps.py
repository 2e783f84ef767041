"""What the tests of taking a quiz do again and again."""

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from lms.extensions import db
from lms.quizzes import queries
from lms.quizzes.models import Answer
from lms.sessions.kinds import Status


def choice(app: Flask, attempt_id: int, number: int, position: int = 1) -> str:
    """Return what the form sends for a choice; the first one is right."""
    with app.app_context():
        screen = queries.screen(queries.attempt(attempt_id), number)
        return str(screen.question.choices[position - 1].id)


def answers(app: Flask) -> int:
    """Return how many answers are kept."""
    with app.app_context():
        return int(db.session.scalar(select(func.count(Answer.id))) or 0)


def take(app: Flask, phone: FlaskClient, attempt_id: int, position: int = 1) -> None:
    """Answer the three questions, by the same place of the choices."""
    for number in (1, 2, 3):
        picked = choice(app, attempt_id, number, position)
        phone.post(f"/quiz/{attempt_id}/{number}", data={"choice": picked, "go": "next"})


def move_session(app: Flask, participation_id: int, status: Status) -> None:
    """Set the state of the session."""
    with app.app_context():
        queries.participation(participation_id).training_session.status = status
        db.session.commit()
