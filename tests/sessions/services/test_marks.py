from datetime import timedelta

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.sessions import errors, queries, services
from lms.sessions.kinds import MarkSource, MarkState, Status
from lms.sessions.models import AttendanceMark
from lms.sessions.values import Tap, Written
from tests.factories.accounts import UserFactory
from tests.factories.sessions import FacilitatorFactory
from tests.sessions.given import NOW, Given, given

pytestmark = pytest.mark.usefixtures("database")
PRESENT, LATE, ABSENT, BLANK = (
    MarkState.PRESENT,
    MarkState.LATE,
    MarkState.ABSENT,
    MarkState.BLANK,
)


def send(it: Given, *taps: Tap) -> Written:
    return services.mark_many(
        training_session=it.training_session,
        marks=taps,
        source=MarkSource.ROSTER,
        now=NOW,
        actor=it.actor,
    )


def tap(
    it: Given, state: MarkState, seen: MarkState | None = None, uuid: str | None = None
) -> Tap:
    return Tap(
        participation_id=it.participations[0].id,
        slot_id=it.slots[0].id,
        state=state,
        seen=seen,
        client_uuid=uuid,
    )


def what_counts(it: Given) -> MarkState | None:
    return queries.latest_marks(it.id).get((it.participations[0].id, it.slots[0].id))


def stored() -> list[MarkState]:
    return [it.state for it in db.session.scalars(select(AttendanceMark).order_by("id"))]


def test_the_latest_mark_counts_and_the_others_stay() -> None:
    it = given(people=1)
    send(it, tap(it, PRESENT))
    send(it, tap(it, ABSENT))
    assert what_counts(it) is ABSENT
    assert stored() == [PRESENT, ABSENT]


def test_undoing_is_a_new_mark() -> None:
    it = given(people=1)
    person, slot = it.participations[0], it.slots[0]
    services.mark(participation=person, slot=slot, state=PRESENT, now=NOW, actor=it.actor)
    services.mark(participation=person, slot=slot, state=BLANK, now=NOW, actor=it.actor)
    assert what_counts(it) is BLANK
    assert stored() == [PRESENT, BLANK]


def test_a_tap_sent_twice_is_one_mark() -> None:
    it = given(people=1)
    assert send(it, tap(it, PRESENT, uuid="a")).count == 1
    assert send(it, tap(it, PRESENT, uuid="a")).count == 0
    assert send(it, *[tap(it, LATE, uuid="b")] * 2).count == 1
    assert stored() == [PRESENT, LATE]


def test_a_mark_says_who_when_and_how() -> None:
    it = given(people=1)
    device_time = NOW - timedelta(hours=2)
    send(
        it,
        Tap(
            participation_id=it.participations[0].id,
            slot_id=it.slots[0].id,
            state=PRESENT,
            device_time=device_time,
        ),
    )
    mark = db.session.scalars(select(AttendanceMark)).one()
    assert (mark.at, mark.device_time) == (NOW, device_time)
    assert (mark.actor_kind, mark.actor_id) == (it.actor.kind, it.actor.id)
    assert mark.source is MarkSource.ROSTER


def test_two_trainers_at_once_are_both_kept_and_the_later_is_told() -> None:
    it = given(people=1)
    second = FacilitatorFactory.create(training_session=it.training_session, lead=False).user
    services.mark_many(
        training_session=it.training_session,
        marks=[tap(it, ABSENT, seen=BLANK)],
        source=MarkSource.ROSTER,
        now=NOW,
        actor=second.actor,
    )
    written = send(it, tap(it, PRESENT, seen=BLANK))
    assert stored() == [ABSENT, PRESENT]
    (told,) = written.meanwhile
    assert (told.found, told.put, told.user_id) == (ABSENT, PRESENT, second.id)


@pytest.mark.parametrize("seen", [PRESENT, LATE])
def test_there_is_nothing_to_tell_when_nothing_changed_or_both_agree(seen: MarkState) -> None:
    it = given(people=1)
    send(it, tap(it, PRESENT))
    put = LATE if seen is PRESENT else PRESENT
    assert not send(it, tap(it, put, seen=seen)).meanwhile


def test_what_the_table_says_already_is_not_said_again() -> None:
    it = given(people=1)
    send(it, tap(it, PRESENT, seen=BLANK))
    assert send(it, tap(it, PRESENT, seen=BLANK)).count == 0
    assert stored() == [PRESENT]


def test_the_first_mark_opens_a_planned_session() -> None:
    it = given(people=1, status=Status.PLANNED)
    send(it, tap(it, PRESENT))
    assert it.training_session.status is Status.OPEN


def test_rows_of_another_session_are_not_found() -> None:
    it, other = given(people=1), given(people=1)
    with pytest.raises(NotFound):
        send(it, tap(other, PRESENT))


@pytest.mark.parametrize("status", [Status.CLOSED, Status.CANCELLED])
def test_nothing_is_marked_in_a_session_that_is_over(status: Status) -> None:
    it = given(people=1, status=status)
    with pytest.raises(errors.SessionOver):
        send(it, tap(it, PRESENT))


@pytest.mark.parametrize("role", [Role.TRAINER, Role.ADMINISTRATOR])
def test_others_mark_nobody(role: Role) -> None:
    it = given(people=1)
    with pytest.raises(NotAllowed):
        services.mark_many(
            training_session=it.training_session,
            marks=[tap(it, PRESENT)],
            source=MarkSource.ROSTER,
            now=NOW,
            actor=UserFactory.create(role=role).actor,
        )


def test_marking_leaves_the_commit_to_its_caller() -> None:
    it = given(people=1)
    send(it, tap(it, PRESENT))
    db.session.rollback()
    assert stored() == []


def test_a_slot_without_marks_can_be_said_not_held() -> None:
    it = given(days=2, people=1)
    services.settle_slot(slot=it.slots[0], held=False, actor=it.actor)
    assert it.slots[0].held is False
    with pytest.raises(errors.SlotNotHeld):
        send(it, tap(it, PRESENT))
    services.settle_slot(slot=it.slots[0], held=True, actor=SYSTEM)
    assert send(it, tap(it, PRESENT)).count == 1


def test_a_slot_with_marks_was_held() -> None:
    it = given(people=1)
    it.mark("A")
    with pytest.raises(errors.SlotHasMarks):
        services.settle_slot(slot=it.slots[0], held=False, actor=it.actor)
    send(it, tap(it, BLANK))
    services.settle_slot(slot=it.slots[0], held=False, actor=it.actor)
