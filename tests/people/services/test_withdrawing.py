from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.people import queries, services
from lms.people.kinds import Verdict
from lms.people.models import Person
from tests.factories.accounts import UserFactory
from tests.factories.people import MergeFactory, PersonFactory, SuggestionFactory

pytestmark = pytest.mark.usefixtures("database")
NOW = datetime(2014, 3, 20, 9, tzinfo=UTC)


def withdraw(*persons: Person, actor: Actor = SYSTEM) -> None:
    services.withdraw(persons=persons, now=NOW, actor=actor)
    db.session.commit()


def test_whoever_is_withdrawn_is_not_in_the_register() -> None:
    person = PersonFactory.create(service_number="0071", service_number_key="71")
    number = person.id
    withdraw(person)
    assert queries.by_service_number(["0071"]).get("71", []) == []
    db.session.expunge_all()
    with pytest.raises(NotFound):
        queries.person(number)


def test_only_what_stands_of_merges_is_undone() -> None:
    person = PersonFactory.create()
    before = datetime(2014, 3, 1, tzinfo=UTC)
    old = MergeFactory.create(merged=person, undone_at=before)
    standing = MergeFactory.create(merged=person)
    elsewhere = MergeFactory.create()
    withdraw(person)
    assert [it.undone_at for it in (old, standing, elsewhere)] == [before, NOW, None]
    assert standing.undone_actor_kind is SYSTEM.kind


def test_that_two_are_not_the_same_stays_said() -> None:
    suggestion = SuggestionFactory.create(verdict=Verdict.DIFFERENT)
    withdraw(suggestion.person)
    assert suggestion.verdict is Verdict.DIFFERENT


def test_nobody_leaves_no_trace() -> None:
    withdraw()
    assert db.session.scalars(select(AuditEntry)).all() == []


def test_the_trace_names_ids_alone() -> None:
    persons = [PersonFactory.create(), PersonFactory.create()]
    withdraw(*persons)
    (trace,) = db.session.scalars(select(AuditEntry))
    assert trace.action == "person:withdrawn"
    assert trace.changes == {"ids": [it.id for it in persons]}


def test_a_participant_withdraws_nobody() -> None:
    with pytest.raises(NotAllowed):
        withdraw(PersonFactory.create(), actor=UserFactory.create(role=Role.PARTICIPANT).actor)
