"""What one complete quiz attempt costs the server, from the pass code to the result."""

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from flask import Flask
from flask.testing import FlaskClient

from lms.app import create_app
from lms.config import Config
from lms.extensions import db
from lms.quizzes import queries
from tests.factories.quizzes import QuizFactory
from tests.factories.sessions import ParticipationFactory

QUESTIONS = 10
ATTEMPTS = 20
SHORT_CODE = "GAX7"
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')

CHOICE = re.compile(r'name="choice"[^>]*value="(\d+)"')


def figures() -> Iterator[str]:
    """Yield one line a figure."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        address = f"sqlite:///{home / 'lms.sqlite'}"
        app = create_app(
            Config(SECRET_KEY="bench" * 8, SQLALCHEMY_DATABASE_URI=address, HOME=home)
        )
        people = _people(app)
        _take(app, *people.pop())  # templates and catalogues are read once a process
        taken = [_take(app, *codes) for codes in people]
        with app.app_context():
            db.engine.dispose()
    spent = median(seconds for seconds, _requests in taken)
    requests = taken[0][1]
    yield f"CPU of one quiz attempt of {QUESTIONS} questions: {spent * 1000:.0f} ms"
    yield f"requests of it: {requests}, {spent * 1000 / requests:.1f} ms each"


def _people(app: Flask) -> list[tuple[str, str]]:
    """Return the codes of people in one open session; one more than are measured."""
    with app.app_context():
        db.create_all()
        quiz = QuizFactory.create(questions=QUESTIONS)
        first = ParticipationFactory.create(
            training_session__course_version=quiz.course_version,
            training_session__short_code=SHORT_CODE,
        )
        training_session = first.training_session
        more = [
            ParticipationFactory.create(training_session=training_session) for _ in range(ATTEMPTS)
        ]
        return [(training_session.short_code, it.pass_code) for it in (first, *more)]


def _take(app: Flask, short_code: str, pass_code: str) -> tuple[float, int]:
    """Return the seconds of processor and the requests of one whole visit."""
    phone = app.test_client()
    begun = process_time()
    page = phone.get(f"/s/{short_code}").text
    codes = {"short_code": short_code, "pass_code": pass_code}
    _send(phone, "/enter", page, codes)
    _send(phone, "/quiz/start", phone.get("/quiz").text, {})
    attempt_id = int(phone.get("/quiz").location.split("/")[2])
    for number in range(1, QUESTIONS + 1):
        page = phone.get(f"/quiz/{attempt_id}/{number}").text
        picked = CHOICE.search(page)
        typed = {"choice": picked[1] if picked else "", "go": "next"}
        _send(phone, f"/quiz/{attempt_id}/{number}", page, typed)
    page = phone.get(f"/quiz/{attempt_id}/review").text
    _send(phone, f"/quiz/{attempt_id}/hand-in", page, {})
    phone.get(f"/quiz/{attempt_id}/result")
    spent = process_time() - begun
    with app.app_context():
        if not queries.attempt(attempt_id).passed:
            raise AssertionError("the visit did not end as it should")
    return spent, 2 * QUESTIONS + 8


def _send(phone: FlaskClient, path: str, page: str, typed: dict[str, str]) -> None:
    found = TOKEN.search(page)
    answer = phone.post(path, data={"csrf_token": found[1] if found else "", **typed})
    if answer.status_code != 302:  # noqa: PLR2004 - each of these leads on
        raise AssertionError(f"{path}: {answer.status_code}")


if __name__ == "__main__":
    print(*figures(), sep="\n")
