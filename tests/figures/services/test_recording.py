from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures import services
from lms.figures.models import DeclaredFigure, Fact, Indicator
from lms.people import reference
from lms.sessions.kinds import ParticipationRole, Status
from lms.sessions.models import TrainingSession
from lms.sessions.outcome import Outcome
from tests.factories.sessions import (
    HeadcountFactory,
    ParticipationFactory,
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


def test_a_participant_writes_no_fact_and_declares_nothing() -> None:
    with pytest.raises(NotAllowed):
        services.record_facts(training_session=closed(), now=NOW, actor=PARTICIPANT)
    with pytest.raises(NotAllowed):
        services.declare_from(actor=PARTICIPANT)


def test_the_published_figures_are_declared_and_the_indicator_stands_apart() -> None:
    reference.load()
    assert services.declare_from(actor=SYSTEM) == 7
    declared = {
        it.category.code: (it.outcome, it.count, it.at_least)
        for it in db.session.scalars(select(DeclaredFigure))
    }
    assert declared == {
        "mission": (Outcome.TRAINED, 3191, False),
        "partners": (Outcome.TRAINED, 358, False),
        "childrens-parliament": (Outcome.TRAINED, 35, False),
        "cp-subgroup": (Outcome.TRAINED, 28, False),
        "malian-forces": (Outcome.TRAINED, 1637, False),
        "civil-society": (Outcome.SENSITIZED, 3000, True),
    }
    indicator = db.session.scalars(select(Indicator)).one()
    assert (indicator.code, indicator.count) == ("children-released", 28)
    assert indicator.period_end == date(2015, 7, 31)


def test_declaring_twice_equals_once() -> None:
    reference.load()
    services.declare_from(actor=SYSTEM)
    assert services.declare_from(actor=SYSTEM) == 0


def test_a_published_figure_of_an_unknown_category_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "published.csv"
    source.write_text(
        "category,kind,count,at_least,period_start,period_end,places,label_fr,label_en\n"
        "nowhere,trained,3,no,2014-01-01,2014-12-31,,Nulle part,Nowhere\n",
        encoding="utf-8",
    )
    with pytest.raises(services.UnknownCategory):
        services.declare_from(source=source, actor=SYSTEM)
