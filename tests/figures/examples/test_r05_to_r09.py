"""DOMAIN 3, R5 to R9: periods, categories, and who is not counted."""

from datetime import date, timedelta

import pytest

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.figures.counting.periods import PeriodKind, Window, code, period
from lms.figures.models import Fact
from lms.figures.services import record_facts
from lms.figures.source.wanted import wanted_in
from lms.sessions.kinds import MarkState, ParticipationRole, Status
from lms.sessions.models import TrainingSession
from lms.sessions.outcome import Demand, HeldSlot, Outcome, judge
from tests.factories.people import OrganisationFactory
from tests.factories.sessions import (
    JointOrganisationFactory,
    ParticipationFactory,
    SlotFactory,
    TrainingSessionFactory,
)
from tests.figures.examples.lists import (
    GAO,
    INDUCTION,
    PARTNERS,
    RECYCLAGE,
    REFRESHER,
    SUBGROUP,
    facts,
    of_persons,
)
from tests.figures.given import NOW


@pytest.mark.usefixtures("database")
def test_r05_29_june_to_1_july_belongs_to_july() -> None:
    held = TrainingSessionFactory.create(
        status=Status.CLOSED, first_day=date(2014, 6, 29), last_day=date(2014, 7, 1)
    )
    for position in range(3):
        day = held.first_day + timedelta(days=position)
        SlotFactory.create(training_session=held, position=position, day=day)
    ParticipationFactory.create(training_session=held, outcome=Outcome.TRAINED)
    db.session.refresh(held)
    ((wanted),) = wanted_in([held])[held.id].values()
    last_day = wanted["last_day"]
    assert isinstance(last_day, date)
    assert [code(it, last_day) for it in PeriodKind] == ["2014-07", "2014-Q3", "2014", "2014/15"]


def test_r06_the_published_period_is_25_months_over_three_budget_years() -> None:
    window = Window(date(2013, 7, 1), date(2015, 7, 31))
    days = [window.first + timedelta(days=it) for it in range(761)]
    assert days[-1] == window.last
    assert len({code(PeriodKind.MONTH, it) for it in days}) == 25
    budget_years = {code(PeriodKind.BUDGET_YEAR, it) for it in days}
    assert sorted(budget_years) == ["2013/14", "2014/15", "2015/16"]
    third = period(PeriodKind.BUDGET_YEAR, window.last)
    assert {code(PeriodKind.MONTH, it) for it in days if it in third} == {"2015-07"}


def test_r07_nine_of_partners_and_sub_group_are_in_both() -> None:
    table = of_persons(facts(PARTNERS, SUBGROUP))
    assert [table[it].total.value for it in ("partners", "cp-subgroup", "overlap", "total")] == [
        34,
        19,
        -9,
        44,
    ]
    assert table.ties_out


def test_r07_ten_of_the_mission_changed_component() -> None:
    table = of_persons(facts(INDUCTION, REFRESHER))
    parts = ("mission-military", "mission-police", "mission-civilian", "mission/overlap")
    assert [table[it].total.value for it in parts] == [36, 18, 26, -10]
    assert table["mission"].total.value == 36 + 18 + 26 - 10 == 70


def test_r07_who_is_known_to_the_parent_alone_stands_under_not_specified() -> None:
    table = of_persons(facts(GAO, RECYCLAGE))
    services = [it for it in table.lines if it.depth == 1 and it.code.startswith("malian-")]
    with_service = [it for it in services if it.code != "malian-forces"]
    assert sum(it.total.value for it in with_service) == 35
    assert table["malian-forces/unspecified"].total.value == 20
    assert table["malian-forces/overlap"].total.value == 0
    assert table["malian-forces"].total.value == 55


@pytest.mark.parametrize(
    "role", [it for it in ParticipationRole if it is not ParticipationRole.PARTICIPANT]
)
def test_r08_whoever_helps_to_give_a_session_is_not_counted(role: ParticipationRole) -> None:
    judged = judge(role=role, demand=Demand(), slots=[HeldSlot(360, MarkState.PRESENT)] * 3)
    assert judged.outcome is Outcome.NONE


@pytest.mark.usefixtures("database")
def test_r08_who_was_trained_as_a_trainer_does_not_count_when_giving_a_session() -> None:
    course, given = closed(), closed()
    trained = ParticipationFactory.create(training_session=course, outcome=Outcome.TRAINED)
    ParticipationFactory.create(
        training_session=given,
        person=trained.person,
        role=ParticipationRole.TRAINER,
        outcome=Outcome.TRAINED,
    )
    wanted = wanted_in([course, given])
    assert [len(wanted[it.id]) for it in (course, given)] == [1, 0]


@pytest.mark.usefixtures("database")
def test_r09_a_joint_event_counts_once_for_the_lead() -> None:
    lead = OrganisationFactory.create()
    held = closed(lead_organisation=lead)
    JointOrganisationFactory.create_batch(2, training_session=held)
    ParticipationFactory.create(training_session=held, outcome=Outcome.TRAINED)
    assert record_facts(training_session=held, now=NOW, actor=SYSTEM) == 1
    fact = db.session.query(Fact).one()
    assert fact.organisation_id == lead.id


def closed(**more: object) -> TrainingSession:
    held: TrainingSession = TrainingSessionFactory.create(status=Status.CLOSED, **more)
    return held
