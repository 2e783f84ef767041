from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from lms.extensions import db
from lms.quizzes import queries
from lms.quizzes.models import Attempt
from lms.sessions.kinds import Status
from tests.factories.sessions import ParticipationFactory
from tests.quizzes.views.steps import answers, choice, move_session, take


def test_handing_in_twice_tells_so_and_changes_nothing(app: Flask, phone: FlaskClient) -> None:
    phone.post("/quiz/start")
    take(app, phone, 1)
    phone.post("/quiz/1/hand-in")
    with app.app_context():
        first = queries.attempt(1).handed_in_at
    again = phone.post("/quiz/1/hand-in", follow_redirects=True)
    assert again.request.path == "/quiz/1/result"
    assert "handed in already" in again.text
    assert "three right answers" in again.text
    with app.app_context():
        assert queries.attempt(1).handed_in_at == first


def test_an_answer_after_handing_in_tells_so(app: Flask, phone: FlaskClient) -> None:
    phone.post("/quiz/start")
    phone.post("/quiz/1/hand-in")
    answer = phone.post(
        "/quiz/1/1", data={"choice": choice(app, 1, 1), "go": "next"}, follow_redirects=True
    )
    assert answer.request.path == "/quiz/1/result"
    assert "handed in already" in answer.text
    assert answers(app) == 0
    assert phone.get("/quiz/1/1").location == "/quiz/1/result"
    assert phone.get("/quiz/1/review").location == "/quiz/1/result"


def test_a_third_attempt_is_refused_in_a_sentence(app: Flask, phone: FlaskClient) -> None:
    for attempt_id in (1, 2):
        assert phone.post("/quiz/start").location == f"/quiz/{attempt_id}/1"
        phone.post(f"/quiz/{attempt_id}/hand-in")
    answer = phone.post("/quiz/start", follow_redirects=True)
    assert "Every attempt allowed has been handed in." in answer.text
    assert "See the result" in answer.text
    with app.app_context():
        assert db.session.scalar(select(func.count(Attempt.id))) == 2


def test_a_session_closed_meanwhile_loses_nothing(
    app: Flask, phone: FlaskClient, participation_id: int
) -> None:
    phone.post("/quiz/start")
    phone.post("/quiz/1/1", data={"choice": choice(app, 1, 1), "go": "next"})
    picked = choice(app, 1, 2)
    move_session(app, participation_id, Status.CLOSED)
    answer = phone.post("/quiz/1/2", data={"choice": picked, "go": "next"}, follow_redirects=True)
    assert "The session is not open" in answer.text
    assert answers(app) == 1
    answer = phone.post("/quiz/1/hand-in", follow_redirects=True)
    assert "The session is not open" in answer.text
    assert "The session is not open" in phone.post("/quiz/start", follow_redirects=True).text


def test_a_planned_session_says_when_its_quiz_opens(
    app: Flask, phone: FlaskClient, participation_id: int
) -> None:
    move_session(app, participation_id, Status.PLANNED)
    assert "It opens when the session opens." in phone.get("/quiz").text


def test_a_cancelled_session_says_that_its_quiz_is_over(
    app: Flask, phone: FlaskClient, participation_id: int
) -> None:
    phone.post("/quiz/start")
    move_session(app, participation_id, Status.CANCELLED)
    assert "its quiz cannot be taken now" in phone.get("/quiz").text


def test_a_session_without_a_quiz_says_so(app: Flask, visit: Callable[..., FlaskClient]) -> None:
    with app.app_context():
        other = int(ParticipationFactory.create().id)
    phone = visit(whose=other)
    assert "No quiz in this session" in phone.get("/quiz").text
    assert "This session has no quiz." in phone.post("/quiz/start", follow_redirects=True).text


def test_a_choice_that_is_not_offered_is_refused(app: Flask, phone: FlaskClient) -> None:
    phone.post("/quiz/start")
    answer = phone.post("/quiz/1/1", data={"choice": choice(app, 1, 2), "go": "next"})
    assert answer.status_code == 422
    assert "Choose among the answers offered" in answer.text
    assert answers(app) == 0


@pytest.mark.parametrize("path", ["/quiz/1/0", "/quiz/1/4", "/quiz/2/1"])
def test_a_question_that_is_not_there_is_not_found(phone: FlaskClient, path: str) -> None:
    phone.post("/quiz/start")
    assert phone.get(path).status_code == 404


def test_nobody_reads_the_attempt_of_another(
    app: Flask, phone: FlaskClient, visit: Callable[..., FlaskClient]
) -> None:
    phone.post("/quiz/start")
    with app.app_context():
        other = int(ParticipationFactory.create().id)
    stranger = visit(whose=other)
    for path in ("/quiz/1/1", "/quiz/1/review", "/quiz/1/result"):
        assert stranger.get(path).status_code == 404
    for path in ("/quiz/1/1", "/quiz/1/hand-in"):
        assert stranger.post(path).status_code == 404


def test_a_result_before_handing_in_leads_to_the_review(phone: FlaskClient) -> None:
    phone.post("/quiz/start")
    assert phone.get("/quiz/1/result").location == "/quiz/1/review"
