import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.courses.kinds import VersionStatus
from lms.quizzes import queries
from lms.quizzes.models import QuestionType
from tests import pages
from tests.conftest import Browse
from tests.factories.courses import CourseVersionFactory
from tests.factories.quizzes import QuizFactory

TYPED = {
    "type": "single",
    "text_fr": "Un enfant a moins de…",
    "text_en": "A child is under…",
    "choices-0-text_fr": "15 ans",
    "choices-0-text_en": "15 years",
    "choices-1-text_fr": "18 ans",
    "choices-1-text_en": "18 years",
    "choices-1-correct": "y",
    "feedback_en": "Always under 18.",
    "feedback_fr": "Toujours moins de 18 ans.",
}


@pytest.fixture
def draft(app: Flask) -> int:
    """The id of a draft without a quiz."""
    with app.app_context():
        return int(CourseVersionFactory.create(status=VersionStatus.DRAFT).id)


@pytest.fixture
def question_id(app: Flask) -> int:
    """The only question of another draft."""
    with app.app_context():
        version = CourseVersionFactory.create(status=VersionStatus.DRAFT)
        quiz = QuizFactory.create(course_version=version, questions=1)
        return int(quiz.slots[0].question_id)


def adding(draft: int) -> str:
    return f"/courses/versions/{draft}/quiz/questions"


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_form_is_whole_in_both_languages(browse: Browse, draft: int, locale: str) -> None:
    answer = browse(locale=locale).get(adding(draft))
    page = pages.check(answer, locale=locale)
    assert len(page.findall(".//input[@type='checkbox']")) == 6


def test_a_question_is_added_at_the_end(app: Flask, browse: Browse, draft: int) -> None:
    client = browse()
    answer = client.post(adding(draft), data=TYPED, follow_redirects=True)
    assert "The question is saved." in answer.text
    client.post(adding(draft), data=TYPED | {"text_en": "Asked last"})
    with app.app_context():
        (quiz,) = queries.quizzes(draft)
        texts = [slot.question.text_en for slot in quiz.slots]
        assert texts == ["A child is under…", "Asked last"]
        assert [it.correct for it in quiz.slots[0].question.choices] == [False, True]


def test_several_answers_can_be_right(app: Flask, browse: Browse, draft: int) -> None:
    browse().post(adding(draft), data=TYPED | {"type": "multiple", "choices-0-correct": "y"})
    with app.app_context():
        (quiz,) = queries.quizzes(draft)
        question = quiz.slots[0].question
        assert question.type is QuestionType.MULTIPLE
        assert [it.correct for it in question.choices] == [True, True]


def test_one_question_leads_to_the_next(browse: Browse, draft: int) -> None:
    answer = browse().post(adding(draft), data=TYPED | {"then": "another"})
    assert answer.location == adding(draft)


def test_a_norm_says_since_when_it_is_asked(browse: Browse, draft: int) -> None:
    typed = TYPED | {"effective_from": "2015-06-18"}
    answer = browse().post(adding(draft), data=typed, follow_redirects=True)
    assert "in force since 18 June 2015" in answer.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"text_fr": "", "text_en": ""}, "in one language at least"),
        ({"choices-1-correct": ""}, "at least one choice as right"),
        ({"choices-0-correct": "y"}, "one right choice only"),
        ({"choices-0-text_fr": "", "choices-0-text_en": ""}, "at least two choices"),
        ({"choices-5-correct": "y"}, "ticked as right but has no text"),
        ({"text_fr": "x" * 601}, "longer than 600 letters"),
    ],
)
def test_a_question_that_is_none_is_said_and_kept(
    browse: Browse, draft: int, typed: dict[str, str], said: str
) -> None:
    answer = browse().post(adding(draft), data=TYPED | typed)
    assert answer.status_code == 422
    assert said in answer.text
    assert "18 years" in answer.text


def test_a_question_is_shown_as_it_was_saved_and_changed(browse: Browse, question_id: int) -> None:
    path, client = f"/questions/{question_id}", browse()
    page = client.get(path)
    pages.check(page, locale="en", speaks=False)
    assert "Answer D" in page.text
    answer = client.post(path, data=TYPED | {"revision": "1"}, follow_redirects=True)
    assert "A child is under…" in answer.text
    assert "Answer D" not in answer.text


def test_the_second_of_two_editors_is_told_and_keeps_the_text(
    app: Flask, browse: Browse, question_id: int
) -> None:
    path = f"/questions/{question_id}"
    browse().post(path, data=TYPED | {"revision": "1"})
    second = browse()
    mine = TYPED | {"text_en": "Typed with care", "choices-0-text_en": "A choice of mine"}
    answer = second.post(path, data=mine | {"revision": "1"})
    assert answer.status_code == 422
    assert "Somebody else saved this meanwhile" in answer.text
    assert "Typed with care" in answer.text
    assert "A choice of mine" in answer.text
    page = pages.read(answer)
    assert pages.one(page, "input[@name='revision']").get("value") == "2"
    second.post(path, data=mine | {"revision": "2"})
    with app.app_context():
        assert queries.slot_of(question_id).question.text_en == "Typed with care"


def test_a_published_question_does_not_change_and_what_was_typed_stays(
    app: Flask, browse: Browse
) -> None:
    with app.app_context():
        quiz = QuizFactory.create()
        version_id, question_id = quiz.course_version_id, quiz.slots[0].question_id
    client = browse()
    for path in (adding(version_id), f"/questions/{question_id}"):
        answer = client.post(path, data=TYPED | {"revision": "1"})
        assert answer.status_code == 422
        assert "no longer a draft" in answer.text
        assert "18 years" in answer.text


def test_a_question_that_is_not_there_is_not_found(browse: Browse) -> None:
    assert browse().get("/questions/404").status_code == 404


def test_an_administrator_writes_no_question(browse: Browse, draft: int, question_id: int) -> None:
    client = browse(role=Role.ADMINISTRATOR)
    for path in (adding(draft), f"/questions/{question_id}"):
        assert client.get(path).status_code == 403
        assert client.post(path, data=TYPED).status_code == 403
