import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.courses.kinds import CourseKind, VersionStatus
from lms.extensions import db
from tests import pages
from tests.conftest import Browse
from tests.factories.courses import CourseFactory, CourseVersionFactory, ModuleFactory
from tests.factories.quizzes import QuizFactory
from tests.statements import counted


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_an_empty_catalogue_says_what_to_do_next(browse: Browse, locale: str) -> None:
    answer = browse(locale=locale).get("/courses/")
    page = pages.check(answer, locale=locale)
    assert pages.one(page, "h1").text
    assert "/courses/new" in answer.text


def test_who_does_not_draft_is_offered_no_draft(browse: Browse) -> None:
    answer = browse(role=Role.ADMINISTRATOR).get("/courses/")
    assert "/courses/new" not in answer.text


def test_a_course_is_found_by_a_word_without_its_accent(app: Flask, browse: Browse) -> None:
    with app.app_context():
        CourseVersionFactory.create(title_fr="Sécurité", title_en="Safety")
        CourseVersionFactory.create(title_fr="Écoles", title_en="Schools")
    answer = browse().get("/courses/?q=securite")
    assert "Safety" in answer.text
    assert "Schools" not in answer.text
    assert "1 course" in answer.text


def test_a_search_without_result_leads_back_to_all(app: Flask, browse: Browse) -> None:
    with app.app_context():
        CourseVersionFactory.create(course__kind=CourseKind.SENSITIZATION)
    answer = browse().get("/courses/?kind=training&state=draft")
    assert "No course matches" in answer.text


def test_a_long_catalogue_is_cut_into_pages(app: Flask, browse: Browse) -> None:
    with app.app_context():
        for number in range(21):
            CourseVersionFactory.create(course=CourseFactory.create(code=f"C{number:02}"))
    client = browse()
    assert "C20" not in client.get("/courses/").text
    assert "C20" in client.get("/courses/?page=2").text
    assert "C20" in client.get("/courses/?page=99").text


def test_the_catalogue_asks_as_much_for_many_as_for_one(app: Flask, browse: Browse) -> None:
    client = browse()
    asked = []
    for more in (1, 10):
        with app.app_context():
            for _ in range(more):
                ModuleFactory.create()
        with counted(app) as sent:
            client.get("/courses/")
        asked.append(len(sent))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_course_shows_its_modules_and_versions(app: Flask, browse: Browse, locale: str) -> None:
    with app.app_context():
        module = ModuleFactory.create(
            title_fr="Les règles",
            title_en="The rules",
            body_fr="Un **texte**",
            body_en="Some **words**",
        )
        course_id = module.course_version.course_id
        CourseVersionFactory.create(
            course=module.course_version.course, number=2, status=VersionStatus.DRAFT
        )
    answer = browse(locale=locale).get(f"/courses/{course_id}")
    pages.check(answer, locale=locale)
    expected = {"fr": "<strong>texte</strong>", "en": "<strong>words</strong>"}
    assert expected[locale] in answer.text
    assert f"/courses/{course_id}?version=2" in answer.text


def test_the_text_of_a_module_runs_nothing(app: Flask, browse: Browse) -> None:
    with app.app_context():
        module = ModuleFactory.create(body_en="<script>alert(1)</script> [x](javascript:y)")
        course_id = module.course_version.course_id
    answer = browse().get(f"/courses/{course_id}")
    assert "<script" not in answer.text
    assert 'href="javascript' not in answer.text


def test_a_draft_says_what_is_missing_in_which_language(app: Flask, browse: Browse) -> None:
    with app.app_context():
        draft = CourseVersionFactory.create(status=VersionStatus.DRAFT)
        ModuleFactory.create(course_version=draft, title_en="", objective_fr="Un objectif")
        course_id = draft.course_id
    answer = browse().get(f"/courses/{course_id}")
    assert "Title of module 1: the English is missing." in answer.text
    assert "Objective of module 1: the English is missing." in answer.text


@pytest.mark.parametrize(
    ("kind", "offered"), [(CourseKind.TRAINING, True), (CourseKind.SENSITIZATION, False)]
)
def test_a_quiz_is_written_for_a_training_alone(
    app: Flask, browse: Browse, kind: CourseKind, offered: bool
) -> None:
    with app.app_context():
        draft = CourseVersionFactory.create(status=VersionStatus.DRAFT, course__kind=kind)
        course_id, path = draft.course_id, f"/courses/versions/{draft.id}/quiz"
    assert (path in browse().get(f"/courses/{course_id}").text) is offered


def test_a_quiz_that_lacks_a_language_is_seen_beside_the_texts(app: Flask, browse: Browse) -> None:
    with app.app_context():
        draft = CourseVersionFactory.create(status=VersionStatus.DRAFT)
        ModuleFactory.create(course_version=draft)
        quiz = QuizFactory.create(course_version=draft, questions=1)
        quiz.slots[0].question.text_en = ""
        db.session.commit()
        course_id = draft.course_id
    answer = browse().get(f"/courses/{course_id}")
    pages.check(answer, locale="en", speaks=False)
    assert "Every text is there in French and in English." not in answer.text
    missing = pages.read(answer).findall(".//tr[@class='row-now']/th")
    assert {pages.text(it) for it in missing} == {"Question 1"}


@pytest.mark.parametrize("path", ["/courses/404", "/courses/404?version=1"])
def test_a_course_that_is_not_there_is_not_found(browse: Browse, path: str) -> None:
    assert browse().get(path).status_code == 404


def test_a_version_that_is_not_there_is_not_found(app: Flask, browse: Browse) -> None:
    with app.app_context():
        course_id = CourseVersionFactory.create().course_id
    assert browse().get(f"/courses/{course_id}?version=9").status_code == 404


def test_a_course_asks_as_much_for_many_modules_as_for_one(app: Flask, browse: Browse) -> None:
    with app.app_context():
        version = ModuleFactory.create().course_version
        course_id, version_id = version.course_id, version.id
    client = browse()
    with counted(app) as few:
        client.get(f"/courses/{course_id}")
    with app.app_context():
        for position in range(2, 9):
            ModuleFactory.create(course_version_id=version_id, position=position)
    with counted(app) as many:
        client.get(f"/courses/{course_id}")
    assert len(few) == len(many)
