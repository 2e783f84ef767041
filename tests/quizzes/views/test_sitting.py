import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.extensions import db
from lms.quizzes import queries
from lms.quizzes.kinds import AttemptMode
from lms.sessions.kinds import Status
from tests import pages
from tests.conftest import Browse
from tests.factories.quizzes import MORNING, AttemptFactory, QuizFactory
from tests.factories.sessions import ParticipationFactory, TrainingSessionFactory
from tests.statements import counted


@pytest.fixture
def taken(app: Flask) -> tuple[int, int]:
    """A session with one participant who failed once: its id and the participation's."""
    with app.app_context():
        quiz = QuizFactory.create()
        participation = ParticipationFactory.create(
            training_session__course_version=quiz.course_version
        )
        AttemptFactory.create(
            quiz=quiz, participation=participation, handed_in_at=MORNING, percent=33, passed=False
        )
        return participation.training_session_id, participation.id


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_tab_shows_who_has_taken_the_quiz(
    browse: Browse, taken: tuple[int, int], locale: str
) -> None:
    client = browse(role=Role.UNIT_HEAD, locale=locale)
    answer = client.get(f"/sessions/{taken[0]}/quizzes")
    pages.check(answer, locale=locale)
    assert "33" in answer.text


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.TRAINER])
def test_scores_are_for_those_who_give_the_session(
    browse: Browse, taken: tuple[int, int], role: Role
) -> None:
    client = browse(role=role)
    assert client.get(f"/sessions/{taken[0]}/quizzes").status_code == 403
    path = f"/sessions/{taken[0]}/quizzes/{taken[1]}/oral"
    assert client.post(path).status_code == 403


def test_staff_have_no_quiz_of_their_own(browse: Browse) -> None:
    client = browse(role=Role.UNIT_HEAD)
    assert client.get("/quiz").status_code == 403
    assert client.post("/quiz/start").status_code == 403


def test_a_session_without_quiz_or_participants_says_so(app: Flask, browse: Browse) -> None:
    client = browse(role=Role.UNIT_HEAD)
    with app.app_context():
        bare = TrainingSessionFactory.create().id
        quiz = QuizFactory.create()
        empty = TrainingSessionFactory.create(course_version=quiz.course_version).id
    assert "This session has no quiz" in client.get(f"/sessions/{bare}/quizzes").text
    assert "Nobody to take the quiz yet" in client.get(f"/sessions/{empty}/quizzes").text


def test_answers_said_aloud_are_entered_on_the_same_screens(
    app: Flask, browse: Browse, taken: tuple[int, int]
) -> None:
    client = browse(role=Role.UNIT_HEAD)
    answer = client.post(f"/sessions/{taken[0]}/quizzes/{taken[1]}/oral", follow_redirects=True)
    assert answer.request.path == "/quiz/2/1"
    assert "says aloud" in answer.text
    result = client.post("/quiz/2/hand-in", follow_redirects=True)
    assert "Back to the participants" in result.text
    assert "/leave" not in result.text
    with app.app_context():
        assert queries.attempt(2).mode is AttemptMode.ORAL
    again = client.post(f"/sessions/{taken[0]}/quizzes/{taken[1]}/oral", follow_redirects=True)
    assert "Every attempt allowed has been handed in." in again.text


def test_somebody_of_another_session_is_not_found(
    app: Flask, browse: Browse, taken: tuple[int, int]
) -> None:
    with app.app_context():
        other = ParticipationFactory.create().id
    client = browse(role=Role.UNIT_HEAD)
    assert client.post(f"/sessions/{taken[0]}/quizzes/{other}/oral").status_code == 404


def test_a_closed_session_enters_nothing_more(
    app: Flask, browse: Browse, taken: tuple[int, int]
) -> None:
    with app.app_context():
        queries.participation(taken[1]).training_session.status = Status.CLOSED
        db.session.commit()
    client = browse(role=Role.UNIT_HEAD)
    assert "Enter orally" not in client.get(f"/sessions/{taken[0]}/quizzes").text
    answer = client.post(f"/sessions/{taken[0]}/quizzes/{taken[1]}/oral", follow_redirects=True)
    assert "The session is not open" in answer.text


def test_the_tab_asks_as_much_for_many_as_for_one(
    app: Flask, browse: Browse, taken: tuple[int, int]
) -> None:
    client = browse(role=Role.UNIT_HEAD)
    with counted(app) as few:
        client.get(f"/sessions/{taken[0]}/quizzes")
    with app.app_context():
        training_session = queries.participation(taken[1]).training_session
        for _ in range(8):
            ParticipationFactory.create(training_session=training_session)
    with counted(app) as many:
        client.get(f"/sessions/{taken[0]}/quizzes")
    assert len(few) == len(many)
