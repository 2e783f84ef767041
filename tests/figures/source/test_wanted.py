from datetime import timedelta

import pytest

from lms.extensions import db
from lms.figures.models import Fact
from lms.figures.source.wanted import FIELDS, differing, wanted_in
from lms.sessions.kinds import Status
from lms.sessions.outcome import Outcome
from tests.factories.sessions import SlotFactory
from tests.figures.proofs.given import facts, right, spoilt

pytestmark = pytest.mark.usefixtures("database")
NO_MATTER = {"id", "training_session_id", "participation_id", "headcount_id", "rule_version"}
MOMENTS = {"recorded_at", "retracted_at"}


def test_every_field_of_a_fact_is_looked_at() -> None:
    assert {*FIELDS} | NO_MATTER | MOMENTS == {it.key for it in Fact.__table__.columns}


def test_who_came_and_who_was_counted_is_wanted_by_what_it_is_about() -> None:
    held = right()
    wanted = wanted_in([held])[held.id]
    assert set(wanted) == {(it.participation_id, it.headcount_id) for it in facts(held)}
    assert [it["outcome"] for it in wanted.values()] == [
        Outcome.TRAINED,
        Outcome.TRAINED,
        Outcome.SENSITIZED,
        Outcome.SENSITIZED,
    ]
    assert [it["count"] for it in wanted.values()] == [None, None, None, 40]


def test_nothing_is_wanted_of_a_session_that_is_not_closed() -> None:
    held, other = right(), right()
    other.status = Status.CANCELLED
    wanted = wanted_in([held, other])
    assert len(wanted[held.id]) == 4
    assert wanted[other.id] == {}


def test_the_last_day_held_decides_not_the_last_day_planned() -> None:
    """R5."""
    held = right()
    later = held.last_day + timedelta(days=20)
    SlotFactory.create(training_session=held, position=4, day=later, held=False)
    held.last_day = later
    db.session.refresh(held, ["slots"])
    days = {it["last_day"] for it in wanted_in([held])[held.id].values()}
    assert days == {held.first_day}


def test_a_fact_differs_in_what_it_says_not_in_who_said_it() -> None:
    held = right()
    fact = facts(held)[0]
    wanted = wanted_in([held])[held.id][fact.participation_id, None]
    spoilt(fact, rule_version=99)
    assert differing(fact, wanted) == []
    spoilt(fact, minutes=None, at_least=True)
    assert differing(fact, wanted) == ["at_least", "minutes"]
