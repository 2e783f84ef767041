from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from lms.extensions import db
from lms.quizzes import queries
from lms.quizzes.models import Answer, Attempt
from lms.sessions.kinds import Status
from tests import pages
from tests.factories.quizzes import QuizFactory
from tests.factories.sessions import ParticipationFactory
from tests.statements import counted

PERSON_KEY = "participation_id"
LARGEST_SQL = 10


@pytest.fixture
def participation_id(app: Flask) -> int:
    """Somebody in an open session whose quiz has three questions."""
    with app.app_context():
        quiz = QuizFactory.create()
        made = ParticipationFactory.create(training_session__course_version=quiz.course_version)
        return int(made.id)


@pytest.fixture
def visit(app: Flask, participation_id: int) -> Callable[..., FlaskClient]:
    """Return a way to open the browser of somebody who came in with a pass code."""

    def enter(locale: str = "en", whose: int = participation_id) -> FlaskClient:
        client = app.test_client()
        client.environ_base["HTTP_ACCEPT_LANGUAGE"] = locale
        with client.session_transaction() as kept:
            kept[PERSON_KEY] = whose
        return client

    return enter


@pytest.fixture
def phone(visit: Callable[..., FlaskClient]) -> FlaskClient:
    return visit()


def choice(app: Flask, attempt_id: int, number: int, position: int = 1) -> str:
    """Return what the form sends for a choice; the first one is right."""
    with app.app_context():
        screen = queries.screen(queries.attempt(attempt_id), number)
        return str(screen.question.choices[position - 1].id)


def answers(app: Flask) -> int:
    with app.app_context():
        return int(db.session.scalar(select(func.count(Answer.id))) or 0)


def take(app: Flask, phone: FlaskClient, attempt_id: int, position: int = 1) -> None:
    for number in (1, 2, 3):
        picked = choice(app, attempt_id, number, position)
        phone.post(f"/quiz/{attempt_id}/{number}", data={"choice": picked, "go": "next"})


def move_session(app: Flask, participation_id: int, status: Status) -> None:
    with app.app_context():
        queries.participation(participation_id).training_session.status = status
        db.session.commit()


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_whole_quiz_is_taken_on_a_phone(
    app: Flask, visit: Callable[..., FlaskClient], locale: str
) -> None:
    phone = visit(locale)
    pages.check(phone.get("/quiz"), locale=locale)
    answer = phone.post("/quiz/start")
    assert answer.location == "/quiz/1/1"
    for number, after in ((1, "/quiz/1/2"), (2, "/quiz/1/3"), (3, "/quiz/1/review")):
        page = phone.get(f"/quiz/1/{number}")
        pages.check(page, locale=locale)
        answer = phone.post(
            f"/quiz/1/{number}", data={"choice": choice(app, 1, number), "go": "next"}
        )
        assert answer.location == after
    pages.check(phone.get("/quiz/1/review"), locale=locale)
    answer = phone.post("/quiz/1/hand-in", follow_redirects=True)
    pages.check(answer, locale=locale)
    said = {
        "fr": "Vous avez trois bonnes réponses sur trois\u202f; il en fallait trois.",
        "en": "You have three right answers out of three; you needed three.",
    }
    assert said[locale] in answer.text
    assert "/leave" in answer.text


def test_an_answer_is_kept_before_the_next_question_shows(app: Flask, phone: FlaskClient) -> None:
    phone.post("/quiz/start")
    picked = choice(app, 1, 1, 2)
    phone.post("/quiz/1/1", data={"choice": picked, "go": "next"})
    page = phone.get("/quiz/1/1")
    assert "Answer kept" in page.text
    (chosen,) = pages.read(page).findall(".//input[@checked]")
    assert chosen.get("value") == picked


def test_the_language_is_switched_without_losing_the_choice(
    app: Flask, phone: FlaskClient
) -> None:
    phone.post("/quiz/start")
    answer = phone.post(
        "/quiz/1/1", data={"choice": choice(app, 1, 1), "language": "fr"}, follow_redirects=True
    )
    assert answer.request.path == "/quiz/1/1"
    assert "Réponse gardée" in answer.text


def test_going_back_keeps_the_answer_too(app: Flask, phone: FlaskClient) -> None:
    phone.post("/quiz/start")
    answer = phone.post("/quiz/1/2", data={"choice": choice(app, 1, 2), "go": "back"})
    assert answer.location == "/quiz/1/1"
    assert answers(app) == 1
    first = phone.post("/quiz/1/1", data={"go": "back"})
    assert first.location == "/quiz/1/2", "there is nothing before the first"


def test_who_comes_back_goes_on_where_they_stopped(app: Flask, phone: FlaskClient) -> None:
    phone.post("/quiz/start")
    phone.post("/quiz/1/1", data={"choice": choice(app, 1, 1), "go": "next"})
    assert phone.get("/quiz").location == "/quiz/1/2"
    assert phone.post("/quiz/start").location == "/quiz/1/2"


def test_the_review_tells_what_has_no_answer(app: Flask, phone: FlaskClient) -> None:
    phone.post("/quiz/start")
    phone.post("/quiz/1/2", data={"choice": choice(app, 1, 2), "go": "review"})
    page = phone.get("/quiz/1/review")
    assert "2 questions have no answer yet" in page.text
    assert "Hand in 1 answer" in page.text


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


def test_the_answers_are_told_once_no_attempt_is_left(app: Flask, phone: FlaskClient) -> None:
    phone.post("/quiz/start")
    take(app, phone, 1, position=2)
    first = phone.post("/quiz/1/hand-in", follow_redirects=True)
    assert "no right answer out of three" in first.text
    assert "Take the quiz again" in first.text
    assert "An explanation." not in first.text
    phone.post("/quiz/start")
    second = phone.post("/quiz/2/hand-in", follow_redirects=True)
    assert "An explanation." in second.text
    assert "You gave no answer." in second.text


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


@pytest.mark.parametrize("path", ["/quiz", "/quiz/1/1", "/quiz/1/review"])
def test_each_screen_is_cheap(app: Flask, phone: FlaskClient, path: str) -> None:
    phone.post("/quiz/start")
    with counted(app) as sent:
        phone.get(path)
    assert len(sent) <= LARGEST_SQL


def test_an_answer_is_cheap_to_keep(app: Flask, phone: FlaskClient) -> None:
    phone.post("/quiz/start")
    picked = choice(app, 1, 1)
    with counted(app) as sent:
        phone.post("/quiz/1/1", data={"choice": picked, "go": "next"})
    assert len(sent) <= LARGEST_SQL
