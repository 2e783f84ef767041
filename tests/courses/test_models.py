from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from lms.courses.rules import Force
from tests.factories.courses import CourseFactory, CourseVersionFactory, ModuleFactory

pytestmark = pytest.mark.usefixtures("database")


def test_a_version_knows_its_days_and_its_length() -> None:
    version = ModuleFactory.create(minutes=45).course_version
    assert version.force == Force(date(2013, 7, 1))
    assert version.minutes == 45


def test_the_database_refuses_days_in_the_wrong_order() -> None:
    with pytest.raises(IntegrityError):
        CourseVersionFactory.create(effective_to=date(2013, 6, 30))


def test_the_database_refuses_a_pass_mark_beyond_a_hundred() -> None:
    with pytest.raises(IntegrityError):
        CourseFactory.create(pass_mark=101)


def test_the_database_refuses_a_module_of_no_length() -> None:
    with pytest.raises(IntegrityError):
        ModuleFactory.create(minutes=0)
