from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.quizzes import queries
from lms.quizzes.kinds import QuestionType
from tests import pages
from tests.factories.quizzes import QuestionFactory, QuizSlotFactory
from tests.quizzes.views.steps import answers, choice, take
from tests.statements import counted

LARGEST_SQL = 10


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


def test_another_phone_goes_on_where_the_first_one_died(
    app: Flask, visit: Callable[..., FlaskClient]
) -> None:
    first = visit()
    first.post("/quiz/start")
    picked = choice(app, 1, 1, 2)
    first.post("/quiz/1/1", data={"choice": picked, "go": "next"})
    other = visit()
    assert other.get("/quiz").location == "/quiz/1/2"
    (chosen,) = pages.read(other.get("/quiz/1/1")).findall(".//input[@checked]")
    assert chosen.get("value") == picked


def test_several_right_answers_are_ticked_and_told_to_be_so(
    app: Flask, phone: FlaskClient, participation_id: int
) -> None:
    with app.app_context():
        version = queries.participation(participation_id).training_session.course_version
        quiz = queries.final_quiz(version.id)
        question = QuestionFactory.create(type=QuestionType.MULTIPLE)
        QuizSlotFactory.create(quiz=quiz, question=question, position=4)
    phone.post("/quiz/start")
    page = phone.get("/quiz/1/4")
    assert "Several answers can be right. A wrong one takes back a right one." in page.text
    assert len(pages.read(page).findall(".//input[@type='checkbox']")) == 4
    picked = [choice(app, 1, 4, position) for position in (1, 2)]
    phone.post("/quiz/1/4", data={"choice": picked, "go": "next"})
    chosen = pages.read(phone.get("/quiz/1/4")).findall(".//input[@checked]")
    assert [it.get("value") for it in chosen] == picked


def test_the_review_tells_what_has_no_answer(app: Flask, phone: FlaskClient) -> None:
    phone.post("/quiz/start")
    phone.post("/quiz/1/2", data={"choice": choice(app, 1, 2), "go": "review"})
    page = phone.get("/quiz/1/review")
    assert "2 questions have no answer yet" in page.text
    assert "Hand in 1 answer" in page.text


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
