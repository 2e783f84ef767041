from datetime import date

import pytest

from lms.accounts.actors import SYSTEM, Role
from lms.courses.models import VersionStatus
from lms.sessions import queries
from tests.factories.accounts import UserFactory
from tests.factories.courses import CourseFactory, CourseVersionFactory
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import ParticipationFactory
from tests.sessions.given import given

DAY = date(2014, 3, 20)
pytestmark = pytest.mark.usefixtures("database")


def test_a_course_is_offered_once_by_its_latest_published_version() -> None:
    course = CourseFactory.create()
    CourseVersionFactory.create(course=course)
    second = CourseVersionFactory.create(course=course, number=2)
    CourseVersionFactory.create(course=course, number=3, status=VersionStatus.DRAFT)
    CourseVersionFactory.create(status=VersionStatus.DRAFT)
    assert queries.taught_courses() == [second]


def test_open_accounts_of_trainers_and_unit_heads_give_sessions() -> None:
    zana, awa = UserFactory.create(name="Zana"), UserFactory.create(name="Awa")
    UserFactory.create(active=False)
    UserFactory.create(role=Role.ADMINISTRATOR)
    assert list(queries.facilitators()) == [awa, zana]


def test_a_trainer_finds_those_met_in_their_own_sessions() -> None:
    it, now = given(), given()
    met = PersonFactory.create(surname="Diarra-Exemple", given_names="Moussa")
    ParticipationFactory.create(training_session=it.training_session, person=met)
    PersonFactory.create(surname="Diarra-Exemple", given_names="Moussa")
    assert list(queries.known_persons("moussa diarra", now.id, DAY, it.actor)) == [met]
    assert not queries.known_persons("moussa diarra", now.id, DAY, now.actor)
    assert not queries.known_persons("moussa", it.id, DAY, it.actor), "in the session already"
    assert not queries.known_persons("  ", now.id, DAY, SYSTEM)


@pytest.mark.parametrize(
    ("code", "born"),
    [
        ("mission", date(2001, 1, 1)),
        ("civil-society", None),
        ("armed-movements", date(1980, 1, 1)),
    ],
)
def test_no_other_session_finds_the_name_of_whom_a_pseudonym_protects(
    code: str, born: date | None
) -> None:
    it, now = given(), given()
    met = PersonFactory.create(
        surname="Zyxibé-Exemple", birth_date=born, category=CategoryFactory.create(code=code)
    )
    ParticipationFactory.create(training_session=it.training_session, person=met)
    assert not queries.known_persons("zyxibe", now.id, DAY, SYSTEM)


def test_who_was_never_met_is_added_only_by_their_number() -> None:
    it = given(people=1)
    stranger = PersonFactory.create(service_number="0712", service_number_key="712")
    assert queries.may_add(it.participations[0].person, "", it.actor)
    assert not queries.may_add(stranger, "", it.actor)
    assert queries.may_add(stranger, "00712", it.actor)
    assert not queries.may_add(PersonFactory.create(), "", it.actor)


def test_a_namesake_is_found_however_the_name_is_written() -> None:
    it = given()
    samake = PersonFactory.create(surname="Samaké", given_names="Aïssata")
    ParticipationFactory.create(training_session=it.training_session, person=samake)
    assert queries.namesake("SAMAKE", "Aissata", it.id) == samake
    assert queries.namesake("SAMAKE", "Aminata", it.id) is None
    assert queries.namesake("SAMAKE", "Aissata", given().id) is None
