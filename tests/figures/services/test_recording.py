from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures import services
from lms.figures.models import Fact
from lms.sessions.kinds import ParticipationRole, Status
from lms.sessions.models import TrainingSession
from lms.sessions.outcome import Outcome
from tests.factories.sessions import (
    HeadcountFactory,
    ParticipationFactory,
    PlaceFactory,
    TrainingSessionFactory,
)

pytestmark = pytest.mark.usefixtures("database")
NOW = datetime(2014, 4, 1, 9, tzinfo=UTC)
PARTICIPANT = Actor(kind=ActorKind.PARTICIPANT, id=1, role=Role.PARTICIPANT)


def closed() -> TrainingSession:
    """A closed session: two who count, two who do not, and a headcount."""
    training_session: TrainingSession = TrainingSessionFactory.create(status=Status.CLOSED)
    for outcome in Outcome:
        ParticipationFactory.create(training_session=training_session, outcome=outcome)
    ParticipationFactory.create(
        training_session=training_session,
        outcome=Outcome.TRAINED,
        role=ParticipationRole.TRAINER,
    )
    HeadcountFactory.create(training_session=training_session, count=40, at_least=True)
    return training_session


def test_who_was_trained_or_sensitized_becomes_a_fact_and_nobody_else() -> None:
    training_session = closed()
    written = services.record_facts(training_session=training_session, now=NOW, actor=SYSTEM)
    facts = db.session.scalars(select(Fact).order_by(Fact.id)).all()
    assert written == len(facts) == 3
    assert [it.outcome for it in facts[:2]] == [Outcome.TRAINED, Outcome.SENSITIZED]
    assert (facts[2].person_id, facts[2].count, facts[2].at_least) == (None, 40, True)
    assert {it.last_day for it in facts} == {training_session.last_day}
    assert {it.recorded_at for it in facts} == {NOW}


def test_a_fact_says_what_the_participation_said() -> None:
    training_session = closed()
    services.record_facts(training_session=training_session, now=NOW, actor=SYSTEM)
    fact = db.session.scalars(select(Fact).where(Fact.outcome == Outcome.TRAINED)).one()
    participation = fact.participation
    assert participation is not None
    assert (fact.category_id, fact.sex, fact.age_group) == (
        participation.category_id,
        participation.sex,
        participation.age_group,
    )
    assert fact.place_id == training_session.place_id
    assert fact.course_id == training_session.course_version.course_id


def test_recording_twice_equals_once() -> None:
    training_session = closed()
    services.record_facts(training_session=training_session, now=NOW, actor=SYSTEM)
    assert services.record_facts(training_session=training_session, now=NOW, actor=SYSTEM) == 0
    assert db.session.scalar(select(func.count(Fact.id))) == 3


def test_a_session_said_to_have_been_elsewhere_is_counted_there() -> None:
    training_session = closed()
    services.record_facts(training_session=training_session, now=NOW, actor=SYSTEM)
    training_session.place = PlaceFactory.create()
    assert services.record_facts(training_session=training_session, now=NOW, actor=SYSTEM) == 3
    live = db.session.scalars(select(Fact).where(Fact.retracted_at.is_(None)))
    assert {it.place_id for it in live} == {training_session.place_id}


def test_what_is_said_of_a_session_not_closed_is_retracted() -> None:
    training_session = closed()
    services.record_facts(training_session=training_session, now=NOW, actor=SYSTEM)
    with pytest.raises(services.StillClosed):
        services.retract_facts(training_session=training_session, now=NOW, actor=SYSTEM)
    training_session.status = Status.HELD
    assert services.retract_facts(training_session=training_session, now=NOW, actor=SYSTEM) == 3
    assert {it.retracted_at for it in db.session.scalars(select(Fact))} == {NOW}


def test_a_session_that_is_not_closed_is_not_counted() -> None:
    training_session = TrainingSessionFactory.create(status=Status.HELD)
    with pytest.raises(services.NotClosed):
        services.record_facts(training_session=training_session, now=NOW, actor=SYSTEM)


def test_recording_leaves_a_trace_without_names_and_no_commit() -> None:
    training_session = closed()
    services.record_facts(training_session=training_session, now=NOW, actor=SYSTEM)
    entry = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "facts:record")).one()
    assert (entry.target, entry.changes) == (training_session.tag, {"facts": 3})
    db.session.rollback()
    assert db.session.scalar(select(func.count(Fact.id))) == 0


def test_a_participant_writes_no_fact() -> None:
    with pytest.raises(NotAllowed):
        services.record_facts(training_session=closed(), now=NOW, actor=PARTICIPANT)
    with pytest.raises(NotAllowed):
        services.declare_from(actor=PARTICIPANT)
