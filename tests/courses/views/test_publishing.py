from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.accounts.actors import Role
from lms.courses import queries
from lms.courses.kinds import VersionStatus
from tests import pages
from tests.conftest import Browse
from tests.factories.courses import CourseVersionFactory, ModuleFactory


def made(app: Flask, course_id: int | None = None, **fields: object) -> tuple[int, int]:
    """Return the ids of a version with one module and of its course."""
    with app.app_context():
        given = {"course": queries.course(course_id)} if course_id else {}
        version = CourseVersionFactory.create(**fields, **given)
        ModuleFactory.create(course_version=version)
        return version.id, version.course_id


@pytest.fixture
def head(browse: Browse) -> FlaskClient:
    return browse(role=Role.UNIT_HEAD)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_publishing_says_first_what_it_will_do(app: Flask, browse: Browse, locale: str) -> None:
    version_id, _ = made(app, status=VersionStatus.DRAFT)
    client = browse(role=Role.UNIT_HEAD, locale=locale)
    pages.check(client.get(f"/courses/versions/{version_id}/publish"), locale=locale)


def test_a_unit_head_publishes(app: Flask, head: FlaskClient) -> None:
    version_id, _ = made(app, status=VersionStatus.DRAFT)
    answer = head.post(f"/courses/versions/{version_id}/publish", follow_redirects=True)
    assert "Version 1 is published." in answer.text
    answer = head.post(f"/courses/versions/{version_id}/publish", follow_redirects=True)
    assert "nothing was changed" in answer.text


@pytest.mark.parametrize("act", ["publish", "withdraw"])
def test_a_trainer_neither_publishes_nor_withdraws(app: Flask, browse: Browse, act: str) -> None:
    version_id, _ = made(app, status=VersionStatus.DRAFT)
    client = browse(role=Role.TRAINER)
    assert client.get(f"/courses/versions/{version_id}/{act}").status_code == 403
    assert client.post(f"/courses/versions/{version_id}/{act}").status_code == 403


def test_what_is_missing_is_listed_instead(app: Flask, head: FlaskClient) -> None:
    version_id, _ = made(app, status=VersionStatus.DRAFT, title_fr="")
    page = head.get(f"/courses/versions/{version_id}/publish")
    assert "cannot be published yet" in page.text
    answer = head.post(f"/courses/versions/{version_id}/publish")
    assert answer.status_code == 422
    assert "Title: the French is missing." in answer.text


def test_a_later_version_stands_in_the_way(app: Flask, head: FlaskClient) -> None:
    _, course_id = made(app, effective_from=date(2015, 6, 18))
    version_id, _ = made(app, status=VersionStatus.DRAFT, course_id=course_id, number=2)
    answer = head.post(f"/courses/versions/{version_id}/publish")
    assert answer.status_code == 422
    assert "Version 1 is offered from 18 June 2015 on." in answer.text


def test_the_page_names_the_versions_that_end(app: Flask, head: FlaskClient) -> None:
    _, course_id = made(app)
    for day, said in (
        (date(2014, 1, 1), "Version 1 ends on the day before."),
        (date(2013, 7, 1), "Version 1 is withdrawn."),
    ):
        version_id, _ = made(
            app,
            status=VersionStatus.DRAFT,
            course_id=course_id,
            number=day.year,
            effective_from=day,
        )
        assert said in head.get(f"/courses/versions/{version_id}/publish").text


def test_a_new_version_begins_as_a_copy(app: Flask, browse: Browse) -> None:
    version_id, course_id = made(app)
    client = browse()
    path = f"/courses/versions/{version_id}/revise"
    pages.check(client.get(path), locale="en")
    answer = client.post(path, data={"effective_from": "2015-01-01"}, follow_redirects=True)
    assert "Version 2 is begun" in answer.text
    assert answer.request.query_string == b"version=2"
    answer = client.post(path, data={"effective_from": "2015-01-01"}, follow_redirects=True)
    assert "being written already" in answer.text
    assert client.post(path, data={"effective_from": ""}).status_code == 422
    assert f"/courses/{course_id}" in answer.request.path


def test_a_draft_is_not_revised(app: Flask, browse: Browse) -> None:
    version_id, _ = made(app, status=VersionStatus.DRAFT)
    answer = browse().post(
        f"/courses/versions/{version_id}/revise",
        data={"effective_from": "2015-01-01"},
        follow_redirects=True,
    )
    assert "is not published" in answer.text


def test_withdrawing_asks_once(app: Flask, head: FlaskClient) -> None:
    version_id, _ = made(app)
    path = f"/courses/versions/{version_id}/withdraw"
    pages.check(head.get(path), locale="en")
    assert "is withdrawn" in head.post(path, follow_redirects=True).text
    assert "is not published" in head.post(path, follow_redirects=True).text
