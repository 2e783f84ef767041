from datetime import date

import pytest

from lms.courses import queries
from lms.courses.errors import NotADraft
from lms.courses.kinds import VersionStatus
from lms.errors import NotFound
from tests.factories.courses import CourseFactory, CourseVersionFactory, ModuleFactory

pytestmark = pytest.mark.usefixtures("database")

FIRST, LAST = date(2014, 1, 1), date(2014, 12, 31)


@pytest.mark.parametrize(
    ("day", "offered"),
    [(date(2013, 12, 31), False), (FIRST, True), (LAST, True), (date(2015, 1, 1), False)],
)
def test_a_version_is_offered_on_the_days_it_is_in_force(day: date, offered: bool) -> None:
    CourseVersionFactory.create(effective_from=FIRST, effective_to=LAST)
    assert bool(queries.offered_on(day)) is offered


def test_a_version_without_an_end_is_offered_until_further_notice() -> None:
    version = CourseVersionFactory.create(effective_from=FIRST)
    assert queries.offered_on(date(2030, 1, 1)) == [version]


def test_drafts_are_not_offered() -> None:
    CourseVersionFactory.create(status=VersionStatus.DRAFT)
    assert queries.offered_on(LAST) == []


def test_what_is_offered_stands_by_code() -> None:
    for code in ("SENS-2H", "FDS-2J"):
        CourseVersionFactory.create(course=CourseFactory.create(code=code))
    assert [it.course.code for it in queries.offered_on(LAST)] == ["FDS-2J", "SENS-2H"]


def test_what_does_not_exist_is_not_found() -> None:
    for read in (queries.course, queries.version, queries.module):
        with pytest.raises(NotFound):
            read(404)


def test_a_module_is_read_with_its_course() -> None:
    module = ModuleFactory.create()
    assert queries.module(module.id).course_version.course.code.startswith("EX-")


def test_a_published_version_is_not_locked_as_a_draft() -> None:
    with pytest.raises(NotADraft):
        queries.locked_draft(CourseVersionFactory.create().id)
