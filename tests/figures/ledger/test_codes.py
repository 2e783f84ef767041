import pytest

from lms.figures.counting.dimensions import NONE, Dimension
from lms.figures.ledger.codes import Codes, named
from tests.factories.courses import CourseFactory, CourseVersionFactory, ProgrammeFactory
from tests.factories.people import OrganisationFactory
from tests.sessions.given import statements

pytestmark = pytest.mark.usefixtures("database")


def test_a_dimension_is_read_when_it_is_asked_for_and_once() -> None:
    programme = ProgrammeFactory.create()
    codes = Codes([], {})
    known = {0: NONE, programme.id: programme.code}
    assert statements(lambda: codes[Dimension.PROGRAMME]) == 1
    assert statements(lambda: codes[Dimension.PROGRAMME]) == 0
    assert codes[Dimension.PROGRAMME] == known
    assert Dimension.COURSE in list(codes)
    assert len(codes) == len(list(codes))


def test_a_course_is_called_as_its_newest_version_is() -> None:
    course = CourseFactory.create()
    CourseVersionFactory.create(course=course, number=1, title_en="Old")
    CourseVersionFactory.create(course=course, number=2, title_en="New")
    assert named(Dimension.COURSE)[course.code].name_en == "New"


def test_organisations_are_called_by_their_labels() -> None:
    it = OrganisationFactory.create()
    assert named(Dimension.ORGANISATION)[it.code].name_fr == it.label_fr
