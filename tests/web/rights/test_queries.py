from datetime import date

import pytest

from lms.accounts.actors import SYSTEM, Actor, Role
from lms.clock import now
from lms.errors import NotAllowed, NotFound
from lms.people.names import record_number
from lms.web.rights import queries, sheet
from tests.factories.accounts import UserFactory
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import ParticipationFactory

pytestmark = pytest.mark.usefixtures("database")
DAY = date(2014, 3, 20)


def actor(role: Role) -> Actor:
    made: Actor = UserFactory.create(role=role).actor
    return made


def test_every_record_merged_with_theirs_is_told_with_its_sessions() -> None:
    person = PersonFactory.create()
    merged = PersonFactory.create(merged_into_id=person.id)
    there = ParticipationFactory.create(person=merged)
    kept = queries.kept(merged.id, today=DAY, actor=actor(Role.ADMINISTRATOR))
    assert [it.id for it in kept.records] == [person.id, merged.id]
    assert list(kept.participations) == [there]
    assert kept.number == record_number(person.id)


def test_who_once_stood_with_an_armed_movement_is_told_to_the_unit_head_without_a_name() -> None:
    movement = CategoryFactory.create(code="armed-movements")
    person = PersonFactory.create(birth_date=date(1980, 1, 1), surname="Zyxibé-Exemple")
    ParticipationFactory.create(person=person, category=movement)
    with pytest.raises(NotAllowed):
        queries.kept(person.id, today=DAY, actor=actor(Role.ADMINISTRATOR))
    kept = queries.kept(person.id, today=DAY, actor=actor(Role.UNIT_HEAD))
    assert kept.nameless
    assert "Zyxib" not in repr(sheet.sheet(kept))


def test_nobody_and_who_was_erased_are_not_found() -> None:
    head = actor(Role.UNIT_HEAD)
    with pytest.raises(NotFound):
        queries.kept(1, today=DAY, actor=head)
    erased = PersonFactory.create(erased_at=now())
    with pytest.raises(NotFound):
        queries.kept(erased.id, today=DAY, actor=head)
    with pytest.raises(NotFound):
        queries.person_to_erase(erased.id, head)


def test_neither_trainers_nor_the_system_read_a_sheet() -> None:
    person = PersonFactory.create()
    for it in (SYSTEM, actor(Role.TRAINER)):
        with pytest.raises(NotAllowed):
            queries.kept(person.id, today=DAY, actor=it)
    with pytest.raises(NotAllowed):
        queries.person_to_erase(person.id, actor(Role.ADMINISTRATOR))


def test_whoever_came_as_a_minor_and_is_grown_up_has_a_sheet_without_a_name() -> None:
    """Their page opens for an administrator, so does the sheet."""
    person = PersonFactory.create(birth_date=date(2000, 1, 1))
    ParticipationFactory.create(person=person)
    kept = queries.kept(person.id, today=date(2020, 1, 1), actor=actor(Role.ADMINISTRATOR))
    assert kept.nameless
