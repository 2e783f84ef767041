from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.figures import totals
from lms.figures.counting.periods import PeriodKind, period
from lms.figures.counting.questions import Measure, Scope
from lms.figures.models import Fact
from lms.people.kinds import AgeGroup, Sex
from lms.sessions import services
from lms.sessions.kinds import MarkSource, MarkState
from lms.sessions.models import TrainingSession
from lms.sessions.outcome import Outcome
from lms.sessions.values import Enrolment, Heads, Tap
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import SlotFactory, TrainingSessionFactory

pytestmark = pytest.mark.usefixtures("database")
NOW = datetime(2014, 3, 20, 9, tzinfo=UTC)
# DOMAIN R1, Gao, 12 to 14 March 2014: presences of three held, and how many people had them.
GAO = {3: 35, 2: 10, 1: 1}


def gao() -> TrainingSession:
    """The Gao list: 46 people, a slot a day for three days."""
    training_session: TrainingSession = TrainingSessionFactory.create()
    slots = [
        SlotFactory.create(training_session=training_session, position=it, minutes=360)
        for it in (1, 2, 3)
    ]
    category = CategoryFactory.create()
    people = PersonFactory.create_batch(sum(GAO.values()), category=category)
    participations = services.enrol_many(
        training_session=training_session,
        enrolments=[Enrolment(person=it) for it in people],
        actor=SYSTEM,
    )
    presences = [number for number, times in GAO.items() for _ in range(times)]
    taps = [
        Tap(
            participation_id=participation.id,
            slot_id=slot.id,
            state=MarkState.PRESENT if slot.position <= present else MarkState.ABSENT,
        )
        for participation, present in zip(participations, presences, strict=True)
        for slot in slots
    ]
    services.mark_many(
        training_session=training_session,
        marks=taps,
        source=MarkSource.LIST,
        now=NOW,
        actor=SYSTEM,
    )
    return training_session


def test_closing_the_gao_list_counts_46_participations_35_trained_11_sensitized() -> None:
    training_session = gao()
    services.close(training_session=training_session, now=NOW, actor=SYSTEM)
    db.session.commit()
    window = period(PeriodKind.QUARTER, training_session.last_day)
    reading = totals.read(scope=Scope(window=window), actor=SYSTEM)
    assert {
        measure: reading.table(measure).total.total.value
        for measure in (
            Measure.PARTICIPATIONS_ALL,
            Measure.PERSONS_TRAINED,
            Measure.PERSONS_SENSITIZED,
        )
    } == {
        Measure.PARTICIPATIONS_ALL: 46,
        Measure.PERSONS_TRAINED: 35,
        Measure.PERSONS_SENSITIZED: 11,
    }


def test_before_closing_nothing_counts() -> None:
    gao()
    assert db.session.scalar(select(func.count(Fact.id))) == 0


def test_headcounts_of_the_session_become_facts_too() -> None:
    training_session = TrainingSessionFactory.create()
    SlotFactory.create(training_session=training_session)
    heads = Heads(
        category_id=CategoryFactory.create().id,
        sex=Sex.FEMALE,
        age_group=AgeGroup.ADULT,
        outcome=Outcome.SENSITIZED,
        count=120,
        at_least=True,
    )
    services.count_heads(training_session=training_session, heads=[heads], actor=SYSTEM)
    services.settle_slot(slot=training_session.slots[0], held=True, actor=SYSTEM)
    services.close(training_session=training_session, now=NOW, actor=SYSTEM)
    fact = db.session.scalars(select(Fact)).one()
    assert (fact.count, fact.at_least, fact.person_id) == (120, True, None)


def test_facts_land_with_the_closing_or_not_at_all() -> None:
    training_session = gao()
    db.session.commit()
    services.close(training_session=training_session, now=NOW, actor=SYSTEM)
    assert db.session.scalar(select(func.count(Fact.id))) == 46
    db.session.rollback()
    assert db.session.scalar(select(func.count(Fact.id))) == 0
