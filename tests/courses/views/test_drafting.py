import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.courses import queries
from lms.courses.kinds import VersionStatus
from tests import pages
from tests.conftest import Browse
from tests.factories.courses import CourseVersionFactory

COURSE = {
    "code": "fds-2j",
    "kind": "training",
    "programme_id": "",
    "audience_id": "",
    "pass_mark": "70",
    "minimum_share": "75",
    "minimum_minutes": "60",
    "certificate": "completion",
    "title_fr": "Écouter les enfants",
    "title_en": "Listening to children",
    "summary_fr": "",
    "summary_en": "",
    "effective_from": "2014-01-01",
    "effective_to": "",
}
TEXT = {"title_fr": "Écouter", "title_en": "Listen", "effective_from": "2014-01-01"}


@pytest.fixture
def draft(app: Flask) -> tuple[int, int]:
    with app.app_context():
        version = CourseVersionFactory.create(status=VersionStatus.DRAFT)
        return version.course_id, version.id


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_form_of_a_course_is_whole_in_both_languages(browse: Browse, locale: str) -> None:
    pages.check(browse(locale=locale).get("/courses/new"), locale=locale)


def test_a_trainer_drafts_a_course(browse: Browse) -> None:
    answer = browse().post("/courses/new", data=COURSE, follow_redirects=True)
    assert answer.request.path == "/courses/1"
    assert "Listening to children" in answer.text
    assert "FDS-2J" in answer.text
    assert "The course is begun" in answer.text


def test_a_code_that_is_taken_is_said_beside_it(browse: Browse) -> None:
    client = browse()
    client.post("/courses/new", data=COURSE)
    answer = client.post("/courses/new", data=COURSE | {"title_en": "Typed with care"})
    assert answer.status_code == 422
    assert "Another course has this code" in answer.text
    assert "Typed with care" in answer.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"code": "!"}, "letters and digits only"),
        ({"title_fr": "", "title_en": " "}, "in one language at least"),
        ({"effective_from": ""}, "first day"),
        ({"effective_to": "2013-12-31"}, "comes before the first"),
        ({"pass_mark": "101"}, "from 0 to 100"),
        ({"kind": "party"}, "Not a valid choice"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    browse: Browse, typed: dict[str, str], said: str
) -> None:
    answer = browse().post("/courses/new", data=COURSE | typed)
    assert answer.status_code == 422
    assert said in answer.text


def test_a_preview_saves_nothing(browse: Browse) -> None:
    client = browse()
    answer = client.post(
        "/courses/new", data=COURSE | {"summary_en": "Some **words**", "preview": "1"}
    )
    assert answer.status_code == 200
    assert "<strong>words</strong>" in answer.text
    assert "FDS-2J" not in client.get("/courses/").text


@pytest.mark.parametrize("path", ["/courses/new", "/courses/1/terms", "/courses/versions/1"])
def test_an_administrator_drafts_nothing(browse: Browse, draft: object, path: str) -> None:
    del draft
    client = browse(role=Role.ADMINISTRATOR)
    assert client.get(path).status_code == 403
    assert client.post(path, data=COURSE).status_code == 403


def test_what_a_course_asks_for_can_be_changed(browse: Browse, draft: tuple[int, int]) -> None:
    course_id, _version_id = draft
    answer = browse().post(
        f"/courses/{course_id}/terms", data=COURSE | {"pass_mark": "60"}, follow_redirects=True
    )
    assert "The course is saved." in answer.text
    assert "60%" in answer.text


def test_what_a_published_course_asks_for_is_fixed(app: Flask, browse: Browse) -> None:
    with app.app_context():
        course_id = CourseVersionFactory.create().course_id
    answer = browse().post(f"/courses/{course_id}/terms", data=COURSE)
    assert answer.status_code == 422
    assert "A version has been published" in answer.text


def test_the_terms_keep_codes_apart(app: Flask, browse: Browse, draft: tuple[int, int]) -> None:
    with app.app_context():
        CourseVersionFactory.create(course__code="FDS-2J")
    answer = browse().post(f"/courses/{draft[0]}/terms", data=COURSE)
    assert "Another course has this code" in answer.text


def test_a_draft_is_edited(app: Flask, browse: Browse, draft: tuple[int, int]) -> None:
    path = f"/courses/versions/{draft[1]}"
    client = browse()
    pages.check(client.get(path), locale="en")
    answer = client.post(path, data=TEXT | {"revision": "1"}, follow_redirects=True)
    assert "The version is saved." in answer.text
    with app.app_context():
        assert queries.version(draft[1]).title_en == "Listen"


def test_the_second_of_two_editors_is_told_and_keeps_the_text(
    app: Flask, browse: Browse, draft: tuple[int, int]
) -> None:
    path = f"/courses/versions/{draft[1]}"
    browse().post(path, data=TEXT | {"revision": "1"})
    second = browse()
    mine = TEXT | {"title_en": "Typed with care", "revision": "1"}
    answer = second.post(path, data=mine)
    assert answer.status_code == 422
    assert "Somebody else saved this meanwhile" in answer.text
    assert "Typed with care" in answer.text
    assert 'value="2"' in answer.text, "saving again replaces what the other saved"
    second.post(path, data=mine | {"revision": "2"})
    with app.app_context():
        assert queries.version(draft[1]).title_en == "Typed with care"


def test_a_published_version_cannot_be_edited(app: Flask, browse: Browse) -> None:
    with app.app_context():
        version_id = CourseVersionFactory.create().id
    answer = browse().post(f"/courses/versions/{version_id}", data=TEXT | {"revision": "1"})
    assert answer.status_code == 422
    assert "no longer a draft" in answer.text


def test_a_revision_that_is_no_number_saves_nothing(
    browse: Browse, draft: tuple[int, int]
) -> None:
    path = f"/courses/versions/{draft[1]}"
    assert browse().post(path, data=TEXT | {"revision": "x"}).status_code == 422
