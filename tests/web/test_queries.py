from datetime import date, timedelta

import pytest
from sqlalchemy import select

from lms.accounts.actors import Actor, Role
from lms.courses.kinds import VersionStatus
from lms.extensions import db
from lms.sessions.kinds import Half, MarkState, ParticipationRole, Status
from lms.sessions.models import TrainingSession
from lms.web import queries
from tests.factories.accounts import UserFactory
from tests.factories.courses import CourseVersionFactory
from tests.factories.sessions import (
    FIRST_DAY,
    AttendanceMarkFactory,
    ParticipationFactory,
    SlotFactory,
    TrainingSessionFactory,
)
from tests.sessions.given import Given, given, statements

pytestmark = pytest.mark.usefixtures("database")
BEFORE, TODAY, AFTER = FIRST_DAY - timedelta(1), FIRST_DAY, FIRST_DAY + timedelta(1)
OVER = (Status.CLOSED, Status.CANCELLED)


def head() -> Actor:
    actor: Actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    return actor


def test_the_day_of_a_trainer_holds_only_what_they_give() -> None:
    it = given()
    other = SlotFactory.create()
    assert [found.slot for found in queries.agenda(TODAY, it.actor).today] == it.slots
    everything = [found.slot for found in queries.agenda(TODAY, head()).today]
    assert everything == [*it.slots, other]


def test_only_the_slots_of_today_are_called_today() -> None:
    it = given(days=2)
    assert [found.slot for found in queries.agenda(AFTER, it.actor).today] == [it.slots[1]]


def test_the_morning_stands_before_the_afternoon() -> None:
    it = given()
    for position, half in ((2, Half.AFTERNOON), (3, Half.MORNING)):
        SlotFactory.create(training_session=it.training_session, position=position, half=half)
    halves = [found.slot.half for found in queries.agenda(TODAY, it.actor).today]
    assert halves == [Half.DAY, Half.MORNING, Half.AFTERNOON]


@pytest.mark.parametrize("status", OVER)
def test_nothing_is_called_in_a_session_that_is_over(status: Status) -> None:
    it = given(status=status)
    assert not queries.agenda(TODAY, it.actor).today


def test_an_appointment_says_how_far_its_roll_is() -> None:
    it = given(people=3)
    ParticipationFactory.create(
        training_session=it.training_session, role=ParticipationRole.OBSERVER
    )
    it.mark("P", "A", "B")
    (found,) = queries.agenda(TODAY, it.actor).today
    assert (found.called, found.expected) == (2, 3)


def test_a_mark_taken_back_is_called_no_more() -> None:
    it = given(people=1)
    it.mark("P")
    AttendanceMarkFactory.create(
        participation=it.participations[0], slot=it.slots[0], state=MarkState.BLANK
    )
    (found,) = queries.agenda(TODAY, it.actor).today
    assert found.called == 0


def test_what_follows_begins_tomorrow_and_comes_in_order() -> None:
    it = given()
    for days in (3, 1, 0):
        TrainingSessionFactory.create(first_day=TODAY + timedelta(days))
    following = queries.agenda(TODAY, head()).following
    assert [found.first_day - TODAY for found in following] == [timedelta(1), timedelta(3)]
    assert not queries.agenda(TODAY, it.actor).following


@pytest.mark.parametrize("status", OVER)
def test_what_was_called_off_does_not_follow(status: Status) -> None:
    TrainingSessionFactory.create(first_day=AFTER, status=status)
    assert not queries.agenda(TODAY, head()).following


def test_no_more_follow_than_are_shown() -> None:
    TrainingSessionFactory.create_batch(queries.NEXT_SHOWN + 1, first_day=AFTER)
    assert len(queries.agenda(TODAY, head()).following) == queries.NEXT_SHOWN


def late(*last_days: date, actor: Actor | None = None) -> queries.Late:
    """Return what is late today, with a session that ended on each of the days."""
    for last_day in last_days:
        TrainingSessionFactory.create(first_day=last_day)
    return queries.agenda(TODAY, actor or head()).late


def test_a_session_is_late_from_the_day_after_its_last() -> None:
    assert late(TODAY).count == 0
    assert late(BEFORE).count == 1


def test_late_sessions_are_counted_with_the_end_of_the_oldest() -> None:
    found = late(BEFORE, BEFORE - timedelta(7))
    assert (found.count, found.oldest, found.only) == (2, BEFORE - timedelta(7), None)


def test_the_only_late_session_is_named() -> None:
    found = late(BEFORE)
    assert found.only == db.session.scalar(select(TrainingSession.id))


def test_nothing_late_names_nothing() -> None:
    found = late()
    assert (found.count, found.oldest, found.only) == (0, None, None)


@pytest.mark.parametrize("status", OVER)
def test_who_has_closed_is_not_late(status: Status) -> None:
    TrainingSessionFactory.create(first_day=BEFORE, status=status)
    assert late().count == 0


def test_the_sessions_of_others_are_not_ones_own_delay() -> None:
    assert late(BEFORE, actor=given().actor).count == 0


def test_drafts_wait_for_the_unit_head_alone() -> None:
    CourseVersionFactory.create_batch(2, status=VersionStatus.DRAFT)
    CourseVersionFactory.create()
    assert queries.agenda(TODAY, head()).drafts == 2
    assert queries.agenda(TODAY, given().actor).drafts == 0


def test_a_full_day_asks_as_much_as_a_quiet_one() -> None:
    actor = head()
    _busy(1)
    few = statements(lambda: queries.agenda(TODAY, actor))
    _busy(4)
    assert statements(lambda: queries.agenda(TODAY, actor)) == few


def _busy(sessions: int) -> list[Given]:
    TrainingSessionFactory.create_batch(sessions, first_day=AFTER)
    return [given(days=2, people=2) for _ in range(sessions)]
