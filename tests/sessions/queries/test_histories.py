import pytest

from lms.extensions import db
from lms.sessions.kinds import MarkState
from lms.sessions.queries.histories import histories
from tests.factories.sessions import AttendanceMarkFactory
from tests.sessions.given import NOW, given, states

pytestmark = pytest.mark.usefixtures("database")


def test_every_mark_of_those_asked_for_is_there_in_the_order_written() -> None:
    it = given(people=2)
    it.mark("P", "P")
    it.mark("A", "B")
    first = it.participations[0].id
    (cell,) = (found := histories(it.id, [first]))
    assert cell == (first, it.slots[0].id)
    assert states(mark.state for mark in found[cell]) == "PA"


def test_marks_of_another_session_are_not() -> None:
    it = given(people=1)
    elsewhere = AttendanceMarkFactory.create(state=MarkState.PRESENT)
    assert histories(it.id, [elsewhere.participation_id]) == {}


def test_marks_of_whoever_was_withdrawn_are_not() -> None:
    it = given(people=1)
    it.mark("P")
    it.participations[0].withdrawn_at = NOW
    db.session.commit()
    assert histories(it.id, [it.participations[0].id]) == {}
