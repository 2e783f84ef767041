"""What a list adds to somebody known."""

from datetime import date

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.people import services
from lms.people.kinds import BirthPrecision, Sex
from lms.people.models import Person
from lms.people.values import Identity
from tests.factories.accounts import UserFactory
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.usefixtures("database")
DAY = date(2014, 3, 12)


def told(person: Person, **changes: object) -> Identity:
    return Identity(
        surname="Exemple",
        given_names="Awa",
        category_id=person.category_id,
        **changes,  # type: ignore[arg-type]  # as each test says
    )


def test_what_was_blank_is_filled_and_what_was_there_is_told() -> None:
    person = PersonFactory.create(phone=None, rank="Cpl", sex=Sex.UNSPECIFIED)
    identity = told(
        person,
        phone="+22376000001",
        service_number="044/6386",
        rank="Sgt",
        sex=Sex.FEMALE,
        birth_date=date(1980, 5, 6),
        birth_precision=BirthPrecision.YEAR,
    )
    changed = services.complete(person=person, identity=identity, on=DAY, actor=SYSTEM)
    assert (person.phone, person.service_number_key, person.rank) == (
        "+22376000001",
        "446386",
        "Sgt",
    )
    assert (person.sex, person.birth_date) == (Sex.FEMALE, date(1980, 1, 1))
    assert changed["rank"] == "Cpl"


def test_what_is_known_stays() -> None:
    person = PersonFactory.create(phone="+22376000001", service_number="1")
    identity = told(person, phone="+22370000002", service_number="2")
    assert services.complete(person=person, identity=identity, on=DAY, actor=SYSTEM) == {}
    assert (person.phone, person.service_number) == ("+22376000001", "1")
    assert db.session.scalars(select(AuditEntry)).all() == []


def test_a_minor_is_told_neither_phone_nor_birth() -> None:
    person = PersonFactory.create()
    identity = told(
        person,
        phone="+22376000001",
        birth_date=date(2000, 5, 6),
        birth_precision=BirthPrecision.DAY,
    )
    services.complete(person=person, identity=identity, on=DAY, actor=SYSTEM)
    assert (person.phone, person.birth_date) == (None, None)


def test_taking_back_restores_what_was_there() -> None:
    person = PersonFactory.create(rank="Cpl")
    identity = told(person, rank="Sgt", phone="+22376000001")
    changed = services.complete(person=person, identity=identity, on=DAY, actor=SYSTEM)
    services.take_back(person=person, changed=changed, actor=SYSTEM)
    assert (person.rank, person.phone) == ("Cpl", None)


def test_the_trail_names_fields_alone() -> None:
    person = PersonFactory.create()
    identity = told(person, phone="+22376000001")
    services.complete(person=person, identity=identity, on=DAY, actor=SYSTEM)
    db.session.flush()
    entry = db.session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.changes) == ("person:completed", {"fields": ["phone"]})


def test_a_participant_completes_nobody() -> None:
    person = PersonFactory.create()
    actor = UserFactory.create(role=Role.PARTICIPANT).actor
    with pytest.raises(NotAllowed):
        services.complete(person=person, identity=told(person), on=DAY, actor=actor)
    with pytest.raises(NotAllowed):
        services.take_back(person=person, changed={}, actor=actor)
