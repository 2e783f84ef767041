from datetime import date

import pytest
from flask import Flask
from sqlalchemy import delete, select

from lms.accounts.actors import Actor, ActorKind, Role
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures.ledger.records import RECORD
from lms.figures.models import Fact, FactBlock
from lms.figures.proofs import Difference, Kind, check, rebuild
from lms.figures.proofs.checking import read_one_moment
from lms.figures.source import stored
from lms.figures.source.wanted import FIELDS
from lms.people import services as people
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.kinds import Phase, Status
from lms.sessions.outcome import Outcome
from tests.factories.courses import CourseFactory, ProgrammeFactory
from tests.factories.people import CategoryFactory, OrganisationFactory
from tests.factories.sessions import PlaceFactory
from tests.figures.given import LATER, session_with
from tests.figures.proofs.given import facts, found, lost, persons, right, spoilt
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("database")
HEAD = Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD)


def of(fact: Fact, kind: Kind, field: str, has: object, should: object) -> Difference:
    return Difference(
        kind=kind,
        training_session_id=fact.training_session_id,
        participation_id=fact.participation_id,
        headcount_id=fact.headcount_id,
        field=field,
        has=has,
        should=should,
    )


def test_a_ledger_that_follows_from_the_lists_shows_no_difference() -> None:
    right()
    assert found() == []


def test_packs_that_say_otherwise_are_found_and_packed_again() -> None:
    held = right()
    block = db.session.scalars(
        select(FactBlock).where(FactBlock.training_session_id == held.id)
    ).one()
    block.content = block.content[RECORD.itemsize :]
    db.session.flush()
    assert found() == [Difference(kind=Kind.PACKED, training_session_id=held.id)]
    rebuild(now=LATER, actor=HEAD)
    assert found() == []


def test_a_fact_that_is_missing_is_found() -> None:
    held = right()
    for fact in facts(held):
        db.session.expunge(fact)
        wanted = of(fact, Kind.MISSING, "outcome", None, fact.outcome)
        lost(fact)
        assert wanted in found()
    assert len(found()) == 4


def test_a_fact_of_somebody_who_never_came_is_superfluous() -> None:
    held = right()
    fact = facts(held)[0]
    participation = fact.participation
    assert participation is not None
    participation.outcome = Outcome.NONE
    db.session.commit()
    assert found() == [of(fact, Kind.SUPERFLUOUS, "outcome", Outcome.TRAINED, None)]


def test_every_fact_of_a_session_that_is_not_closed_is_superfluous() -> None:
    held = right()
    held.status = Status.HELD
    db.session.commit()
    assert [it.kind for it in found()] == [Kind.SUPERFLUOUS] * 4


def others() -> dict[str, object]:
    """Another value for every field of a fact about a person; a count is a headcount's."""
    return {
        "person_id": persons(1)[0].id,
        "at_least": True,
        "outcome": Outcome.SENSITIZED,
        "category_id": CategoryFactory.create().id,
        "sex": Sex.UNSPECIFIED,
        "age_group": AgeGroup.MINOR,
        "minutes": 1,
        "place_id": PlaceFactory.create().id,
        "programme_id": ProgrammeFactory.create().id,
        "course_id": CourseFactory.create().id,
        "organisation_id": OrganisationFactory.create().id,
        "phase": Phase.REFRESHER,
        "last_day": date(2014, 7, 1),
    }


@pytest.mark.parametrize("field", [it for it in FIELDS if it != "count"])
def test_a_field_that_says_something_else_is_found(field: str) -> None:
    fact, other = facts(right())[0], others()[field]
    before = getattr(fact, field)
    spoilt(fact, **{field: other})
    assert found() == [of(fact, Kind.DIFFERENT, field, other, before)]


def test_a_count_that_says_something_else_is_found() -> None:
    *_, heads = facts(right())
    spoilt(heads, count=41)
    assert found() == [of(heads, Kind.DIFFERENT, "count", 41, 40)]


def test_a_fact_retracted_is_nothing_the_ledger_says() -> None:
    fact = facts(right())[0]
    spoilt(fact, retracted_at=LATER)
    assert [it.kind for it in found()] == [Kind.MISSING]


def test_a_merge_behind_the_back_of_the_ledger_is_found() -> None:
    one, other = persons(2)
    session_with({one: "PPP"})
    fact = facts(session_with({other: "PPP"}))[0]
    people.merge(merged=one, survivor=other, settled={}, now=LATER, actor=HEAD)
    db.session.commit()
    assert found() == []
    spoilt(fact, person_id=one.id)
    assert found() == [of(fact, Kind.DIFFERENT, "person_id", one.id, other.id)]


def test_only_those_named_are_looked_at() -> None:
    spoilt(facts(right())[0], minutes=1)
    second = right()
    assert list(check(actor=HEAD, sessions=[second.id])) == []


def test_more_sessions_and_longer_lists_ask_no_more_statements(app: Flask) -> None:
    right()
    with counted(app) as first:
        found()
    session_with(dict.fromkeys(persons(5), "PPP"))
    right()
    db.session.expunge_all()
    with counted(app) as second:
        found()
    assert len(second) == len(first)


def test_one_batch_after_the_other_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = [right() for _ in range(3)]
    spoilt(facts(sessions[-1])[0], minutes=1)
    monkeypatch.setattr(stored.batches, "__kwdefaults__", {"most": 2})
    assert len(found()) == 1


def test_what_another_writes_meanwhile_is_not_half_seen_and_not_held_up() -> None:
    fact = facts(right())[0].id
    db.session.rollback()
    read_one_moment()
    assert found() == []
    with db.engine.begin() as other:
        other.execute(delete(Fact).where(Fact.id == fact))
    assert found() == []
    db.session.rollback()
    assert {it.kind for it in found()} == {Kind.MISSING, Kind.PACKED}


def test_a_trainer_is_refused_at_once() -> None:
    with pytest.raises(NotAllowed):
        check(actor=Actor(kind=ActorKind.USER, id=1, role=Role.TRAINER))
