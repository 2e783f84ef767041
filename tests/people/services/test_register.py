from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.people import services
from lms.people.kinds import BirthPrecision, Sex
from lms.people.models import Person, PersonName
from lms.people.values import Identity
from tests.factories.accounts import UserFactory
from tests.factories.people import CategoryFactory, PersonFactory

pytestmark = pytest.mark.usefixtures("database")
DAY = date(2014, 3, 12)


def identity(**changes: object) -> Identity:
    category_id = 0 if "category_id" in changes else CategoryFactory.create().id
    awa = Identity(surname="Maïga", given_names="Awa", sex=Sex.FEMALE, category_id=category_id)
    return replace(awa, **changes)  # type: ignore[arg-type]  # as each test says


def test_a_person_is_registered_with_keys_to_find_them_by() -> None:
    person = services.register(identity=identity(service_number="044/6386"), actor=SYSTEM)
    assert (person.folded_name, person.service_number_key) == ("maiga aua", "446386")
    assert person.service_number == "044/6386"
    assert db.session.scalars(select(PersonName.surname)).all() == ["Maïga"]


def test_registering_leaves_a_trace_without_a_name() -> None:
    actor = UserFactory.create().actor
    person = services.register(identity=identity(), actor=actor)
    entry = db.session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.target) == ("person:registered", f"person:{person.id}")
    assert (entry.actor_id, entry.changes) == (actor.id, None)


def test_registering_leaves_the_commit_to_its_caller() -> None:
    it = identity()
    services.register(identity=it, actor=SYSTEM)
    db.session.rollback()
    assert db.session.scalars(select(Person)).all() == []


def test_many_come_back_in_their_order_with_one_trace() -> None:
    category_id = CategoryFactory.create().id
    names = ["Zoé", "Awa", "Moussa"]
    many = [identity(given_names=name, category_id=category_id) for name in names]
    registered = services.register_many(identities=many, actor=SYSTEM)
    assert [it.given_names for it in registered] == names
    entry = db.session.scalars(select(AuditEntry)).one()
    assert entry.changes == {"ids": [it.id for it in registered]}


def test_nobody_to_register_leaves_no_trace() -> None:
    assert services.register_many(identities=[], actor=SYSTEM) == []
    assert db.session.scalars(select(AuditEntry)).all() == []


def test_a_year_alone_is_kept_as_its_first_day() -> None:
    it = identity(birth_date=date(1984, 5, 6), birth_precision=BirthPrecision.YEAR)
    person = services.register(identity=it, actor=SYSTEM)
    assert (person.birth_date, person.birth_precision) == (date(1984, 1, 1), BirthPrecision.YEAR)


def test_of_a_child_no_more_is_kept_than_an_age() -> None:
    it = identity(birth_date=date(1999, 11, 20), phone="+22376271468")
    person = services.register(identity=it, on=DAY, actor=SYSTEM)
    assert (person.birth_date, person.birth_precision) == (date(2000, 1, 1), BirthPrecision.AGE)
    assert person.phone is None


def test_in_a_category_of_minors_no_phone_is_kept() -> None:
    it = identity(category_id=CategoryFactory.create(minors=True).id, phone="+22376271468")
    assert services.register(identity=it, actor=SYSTEM).phone is None


def test_an_adult_keeps_phone_and_birth_date() -> None:
    it = identity(birth_date=date(1984, 5, 6), phone="+22376271468")
    person = services.register(identity=it, on=DAY, actor=SYSTEM)
    assert (person.birth_date, person.phone) == (date(1984, 5, 6), "+22376271468")


def test_a_person_needs_a_name() -> None:
    with pytest.raises(services.NamelessPerson):
        services.register(identity=identity(surname=" ", given_names=""), actor=SYSTEM)


def test_a_person_needs_a_category() -> None:
    with pytest.raises(services.UnknownCategory):
        services.register(identity=identity(category_id=99), actor=SYSTEM)


def test_a_participant_registers_nobody() -> None:
    it, actor = identity(), UserFactory.create(role=Role.PARTICIPANT).actor
    with pytest.raises(NotAllowed):
        services.register(identity=it, actor=actor)


def test_a_new_spelling_is_remembered_once() -> None:
    person = PersonFactory.create(surname="Coulibaly")
    for _ in range(2):
        services.add_spelling(person=person, surname="Kulibali", given_names="Awa", actor=SYSTEM)
    assert db.session.scalars(select(PersonName.folded_name)).all() == ["culibali aua"]


def test_a_participant_adds_no_spelling() -> None:
    person, actor = PersonFactory.create(), UserFactory.create(role=Role.PARTICIPANT).actor
    with pytest.raises(NotAllowed):
        services.add_spelling(person=person, surname="A", given_names="B", actor=actor)


def test_a_person_alone_loads_no_reference_data() -> None:
    with pytest.raises(NotAllowed):
        services.load_reference(categories=[], organisations=[], actor=UserFactory.create().actor)
