import pytest
from flask import Flask

from lms.courses import queries
from lms.courses.kinds import VersionStatus
from tests import pages
from tests.conftest import Browse
from tests.factories.courses import CourseVersionFactory, ModuleFactory

MODULE = {
    "title_fr": "Les règles",
    "title_en": "The rules",
    "minutes": "45",
    "body_fr": "Du **texte**",
    "body_en": "Some **words**",
}


@pytest.fixture
def module(app: Flask) -> tuple[int, int]:
    """A module of a draft: its id and that of the version."""
    with app.app_context():
        draft = CourseVersionFactory.create(status=VersionStatus.DRAFT)
        return ModuleFactory.create(course_version=draft, title_en="First").id, draft.id


def test_a_module_is_added(browse: Browse, module: tuple[int, int]) -> None:
    path = f"/courses/versions/{module[1]}/modules"
    client = browse()
    pages.check(client.get(path), locale="en")
    answer = client.post(path, data=MODULE, follow_redirects=True)
    assert "Module 2 is saved." in answer.text
    assert "2. The rules" in answer.text


def test_a_module_is_changed(browse: Browse, module: tuple[int, int]) -> None:
    path = f"/courses/modules/{module[0]}"
    client = browse(locale="fr")
    pages.check(client.get(path), locale="fr", speaks=False)
    answer = client.post(path, data=MODULE | {"revision": "1"}, follow_redirects=True)
    assert "1. Les règles" in answer.text


def test_a_preview_is_clean_and_saves_nothing(
    app: Flask, browse: Browse, module: tuple[int, int]
) -> None:
    hostile = "<script>alert(1)</script>"
    answer = browse().post(
        f"/courses/modules/{module[0]}",
        data=MODULE | {"body_fr": hostile, "revision": "1", "preview": "1"},
    )
    assert answer.status_code == 200
    assert "<strong>words</strong>" in answer.text
    assert "<script" not in answer.text
    with app.app_context():
        assert queries.module(module[0]).title_en == "First"


def test_two_editors_of_a_module_are_noticed(browse: Browse, module: tuple[int, int]) -> None:
    path = f"/courses/modules/{module[0]}"
    client = browse()
    client.post(path, data=MODULE | {"revision": "1"})
    answer = client.post(path, data=MODULE | {"revision": "1", "title_en": "Typed with care"})
    assert answer.status_code == 422
    assert "Somebody else saved" in answer.text
    assert "Typed with care" in answer.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [({"minutes": "0"}, "from 1 to 1000"), ({"title_fr": "", "title_en": ""}, "Write the title")],
)
def test_what_cannot_be_is_said_beside_the_field(
    browse: Browse, module: tuple[int, int], typed: dict[str, str], said: str
) -> None:
    answer = browse().post(f"/courses/versions/{module[1]}/modules", data=MODULE | typed)
    assert answer.status_code == 422
    assert said in answer.text


def test_a_module_moves_and_leaves(browse: Browse, module: tuple[int, int]) -> None:
    client = browse()
    client.post(f"/courses/versions/{module[1]}/modules", data=MODULE)
    answer = client.post(
        f"/courses/modules/{module[0]}/move", data={"direction": "down"}, follow_redirects=True
    )
    assert "1. The rules" in answer.text
    question = client.get(f"/courses/modules/{module[0]}/remove")
    pages.check(question, locale="en")
    assert "Remove module 2?" in question.text
    answer = client.post(f"/courses/modules/{module[0]}/remove", follow_redirects=True)
    assert "The module “First” is removed." in answer.text


def test_modules_of_a_published_version_do_not_change(app: Flask, browse: Browse) -> None:
    with app.app_context():
        published = ModuleFactory.create()
        module_id, version_id = published.id, published.course_version_id
    client = browse()
    for act in ("move", "remove"):
        answer = client.post(f"/courses/modules/{module_id}/{act}", follow_redirects=True)
        assert "nothing was changed" in answer.text
    for path in (f"modules/{module_id}", f"versions/{version_id}/modules"):
        answer = client.post(f"/courses/{path}", data=MODULE | {"revision": "1"})
        assert answer.status_code == 422
        assert "no longer a draft" in answer.text
