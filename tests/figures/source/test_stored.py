import pytest

from lms.extensions import db
from lms.figures.source import stored
from lms.sessions.kinds import Status
from tests.factories.sessions import HeadcountFactory, TrainingSessionFactory
from tests.figures.given import LATER
from tests.figures.proofs.given import facts, right, spoilt

pytestmark = pytest.mark.usefixtures("database")


def ids(*, most: int = 100) -> list[list[int]]:
    return [[it.id for it in batch] for batch in stored.batches(most=most)]


def test_sessions_closed_or_counted_are_read_and_no_other() -> None:
    closed, counted, neither = right(), right(), right()
    counted.status = neither.status = Status.HELD
    db.session.commit()
    for fact in facts(neither):
        spoilt(fact, retracted_at=LATER)
    assert ids() == [[closed.id, counted.id]]


def test_they_come_in_batches() -> None:
    one, two, three = right(), right(), right()
    assert ids(most=2) == [[one.id, two.id], [three.id]]
    assert ids(most=3) == [[one.id, two.id, three.id]]


def test_those_named_come_whatever_their_state() -> None:
    planned = TrainingSessionFactory.create()
    right()
    assert [list(it) for it in stored.batches([planned.id])] == [[planned]]


def test_headcounts_and_facts_come_by_their_session() -> None:
    one, two = right(), right()
    more = HeadcountFactory.create(training_session=two, count=3)
    heads = stored.headcounts_in([one.id, two.id])
    assert [it.count for it in heads[one.id]] == [40]
    assert more in heads[two.id]
    live = stored.live_in([one.id, two.id])
    assert list(live[one.id].values()) == facts(one)
    assert {it.training_session_id for it in live[two.id].values()} == {two.id}
    assert set(live[one.id]) == {(it.participation_id, it.headcount_id) for it in facts(one)}
