from datetime import date

import pytest

from lms.accounts.actors import Role
from lms.people.kinds import BirthPrecision
from lms.web.rights import queries
from lms.web.rights.sheet import sheet
from tests.factories.accounts import UserFactory
from tests.factories.people import PersonFactory
from tests.factories.sessions import ParticipationFactory

pytestmark = pytest.mark.usefixtures("database")


def test_columns_stand_under_their_own_names() -> None:
    person = PersonFactory.create(
        birth_date=date(1984, 5, 6), birth_precision=BirthPrecision.DAY, rank="Sgt", unit="Exemple"
    )
    there = ParticipationFactory.create(person=person, rank="Cpl")
    head = UserFactory.create(role=Role.UNIT_HEAD).actor
    found = sheet(queries.kept(person.id, today=date(2014, 3, 20), actor=head))
    assert isinstance(found["records"], list)
    assert isinstance(found["sessions"], list)
    record, session_ = found["records"][0], found["sessions"][0]
    assert (record["birth_date"], record["rank"], record["unit"]) == (
        "1984-05-06",
        "Sgt",
        "Exemple",
    )
    assert (session_["reference"], session_["rank"]) == (there.training_session.reference, "Cpl")
