import pytest
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures.models import Fact
from lms.figures.proofs import Kind, rebuild
from lms.people.kinds import Sex
from lms.sessions.kinds import Status
from lms.sessions.outcome import Outcome
from tests.figures.given import NOW
from tests.figures.proofs.given import MENDED, facts, found, lost, right, spoilt

pytestmark = pytest.mark.usefixtures("database")


def mended() -> list[Kind]:
    differences = rebuild(now=MENDED, actor=SYSTEM)
    db.session.commit()
    return [it.kind for it in differences]


def test_whatever_was_wrong_is_right_afterwards() -> None:
    one, two, closed = right(), right(), right()
    first, second, third, heads = facts(one)
    spoilt(first, outcome=Outcome.SENSITIZED, sex=Sex.UNSPECIFIED)
    spoilt(heads, count=1)
    lost(second)
    third_participation = third.participation
    assert third_participation is not None
    third_participation.outcome = Outcome.NONE
    two.status = Status.HELD
    db.session.commit()
    assert len(mended()) == 2 + 1 + 1 + 1 + 4
    assert found() == []
    assert len(facts(one)) == 3
    assert facts(two) == []
    assert {it.recorded_at for it in facts(closed)} == {NOW}


def test_what_was_wrong_stays_for_whoever_asks_of_the_day_before() -> None:
    held = right()
    wrong = facts(held)[0]
    spoilt(wrong, minutes=1)
    mended()
    db.session.refresh(wrong)
    assert (wrong.minutes, wrong.retracted_at) == (1, MENDED)
    new = facts(held)[-1]
    assert (new.participation_id, new.recorded_at) == (wrong.participation_id, MENDED)


def test_a_ledger_that_is_right_is_left_alone() -> None:
    right()
    before = db.session.scalar(select(func.count(Fact.id)))
    assert mended() == []
    assert db.session.scalar(select(func.count(Fact.id))) == before


def test_it_leaves_a_trace() -> None:
    spoilt(facts(right())[0], minutes=1)
    mended()
    entry = db.session.scalars(
        select(AuditEntry).where(AuditEntry.action == "ledger:rebuild")
    ).one()
    assert entry.changes == {"differences": 1, "training_sessions": 1}


def test_a_trainer_may_not() -> None:
    with pytest.raises(NotAllowed):
        rebuild(now=MENDED, actor=Actor(kind=ActorKind.USER, id=1, role=Role.TRAINER))
