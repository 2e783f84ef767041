import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.courses.kinds import VersionStatus
from lms.quizzes import queries
from tests import pages
from tests.conftest import Browse
from tests.factories.courses import CourseVersionFactory
from tests.factories.quizzes import QuizFactory, QuizSlotFactory
from tests.statements import counted


@pytest.fixture
def draft(app: Flask) -> int:
    """The id of a draft with a quiz of two questions."""
    with app.app_context():
        version = CourseVersionFactory.create(status=VersionStatus.DRAFT)
        QuizFactory.create(course_version=version, questions=2)
        return int(version.id)


def question_ids(app: Flask, version_id: int) -> list[int]:
    with app.app_context():
        (quiz,) = queries.quizzes(version_id)
        return [slot.question_id for slot in quiz.slots]


def path(version_id: int, rest: str = "") -> str:
    return f"/courses/versions/{version_id}/quiz{rest}"


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_version_without_a_quiz_says_what_to_do(app: Flask, browse: Browse, locale: str) -> None:
    with app.app_context():
        draft = CourseVersionFactory.create(status=VersionStatus.DRAFT).id
        published = CourseVersionFactory.create().id
    client = browse(locale=locale)
    pages.check(client.get(path(published)), locale=locale)
    answer = client.get(path(draft))
    pages.check(answer, locale=locale)
    assert path(draft, "/questions") in answer.text


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_authors_read_both_languages_and_what_is_right(
    browse: Browse, draft: int, locale: str
) -> None:
    answer = browse(locale=locale).get(path(draft))
    pages.check(answer, locale=locale)
    assert "Réponse A" in answer.text
    assert "Answer A" in answer.text


def test_an_administrator_reads_no_right_answers(browse: Browse, draft: int) -> None:
    assert browse(role=Role.ADMINISTRATOR).get(path(draft)).status_code == 403


def test_questions_move_and_leave(app: Flask, browse: Browse, draft: int) -> None:
    first, second = question_ids(app, draft)
    client = browse()
    client.post(f"/questions/{first}/move", data={"direction": "down"})
    assert question_ids(app, draft) == [second, first]
    pages.check(client.get(f"/questions/{first}/remove"), locale="en")
    answer = client.post(f"/questions/{first}/remove", follow_redirects=True)
    assert "Question 2 is removed." in answer.text
    assert question_ids(app, draft) == [second]


def test_title_and_attempts_are_set(browse: Browse, draft: int) -> None:
    client = browse()
    pages.check(client.get(path(draft, "/title")), locale="en")
    typed = {"title_fr": "Test final", "title_en": "Final test", "attempts_allowed": "3"}
    answer = client.post(path(draft, "/title"), data=typed, follow_redirects=True)
    assert "Final test" in answer.text
    assert "3 attempts" in answer.text
    for wrong in ({"attempts_allowed": "0"}, {"title_fr": "", "title_en": ""}):
        assert client.post(path(draft, "/title"), data=typed | wrong).status_code == 422


def test_a_published_quiz_does_not_change(app: Flask, browse: Browse) -> None:
    with app.app_context():
        version_id = QuizFactory.create().course_version_id
    question_id = question_ids(app, version_id)[0]
    client = browse()
    for act in ("move", "remove"):
        answer = client.post(f"/questions/{question_id}/{act}", follow_redirects=True)
        assert "no longer a draft" in answer.text
    typed = {"title_fr": "T", "title_en": "T", "attempts_allowed": "3"}
    assert client.post(path(version_id, "/title"), data=typed).status_code == 422


def test_the_quiz_asks_as_much_for_many_questions_as_for_one(
    app: Flask, browse: Browse, draft: int
) -> None:
    client = browse()
    with counted(app) as few:
        client.get(path(draft))
    with app.app_context():
        (quiz,) = queries.quizzes(draft)
        for position in range(3, 9):
            QuizSlotFactory.create(quiz=quiz, position=position)
    with counted(app) as many:
        client.get(path(draft))
    assert len(few) == len(many)
