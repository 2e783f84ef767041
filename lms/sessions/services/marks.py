"""Marks are only ever added; of one person in one slot the latest counts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import insert, select

from lms.accounts import audit
from lms.accounts.actors import Actor, ActorKind
from lms.errors import NotFound
from lms.extensions import db
from lms.lib.portions import portions
from lms.sessions.errors import SlotHasMarks, SlotNotHeld
from lms.sessions.models import (
    AttendanceMark,
    MarkSource,
    MarkState,
    Participation,
    Slot,
    Status,
    TrainingSession,
)
from lms.sessions.queries.attendance import Cell, last_marks
from lms.sessions.services._access import lock_for_writing, move
from lms.sessions.values import Meanwhile, Tap, Written

log = structlog.get_logger(__name__)

MOST_UUIDS = 500  # in one statement; databases limit the parameters of one


def mark(
    *, participation: Participation, slot: Slot, state: MarkState, now: datetime, actor: Actor
) -> Written:
    """Add one mark of the roster as ``mark_many`` does; undoing it is a new mark, ``blank``."""
    tap = Tap(participation_id=participation.id, slot_id=slot.id, state=state)
    return mark_many(
        training_session=participation.training_session,
        marks=[tap],
        source=MarkSource.ROSTER,
        now=now,
        actor=actor,
    )


def mark_many(
    *,
    training_session: TrainingSession,
    marks: Sequence[Tap],
    source: MarkSource,
    now: datetime,
    actor: Actor,
) -> Written:
    """Add marks in the order given; one sent before under the same UUID is passed over.

    The first mark opens a planned session. What somebody else marked since the page was opened
    stays in the table and is told in ``meanwhile``; the mark added now counts. Raises
    ``SlotNotHeld``, ``SessionOver``, and ``NotFound`` for a row of another session.
    """
    lock_for_writing(training_session=training_session, act="training_session.mark", actor=actor)
    _check(training_session, marks)
    fresh = _unsent(marks)
    if not fresh:
        return Written(count=0)
    if training_session.status is Status.PLANNED:
        move(
            training_session=training_session,
            to=Status.OPEN,
            origins={Status.PLANNED},
            actor=actor,
        )
    counting = _counting(training_session.id, fresh)
    meanwhile = _meanwhile(counting, fresh)
    news = [it for it in fresh if not _says_already(counting, it)]
    if not news:
        return Written(count=0)
    db.session.execute(
        insert(AttendanceMark), [_row(it, source=source, now=now, actor=actor) for it in news]
    )
    log.info(
        "training_session.marked",
        id=training_session.id,
        added=len(news),
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
    return Written(count=len(news), meanwhile=meanwhile)


def settle_slot(*, slot: Slot, held: bool, actor: Actor) -> None:
    """Say whether a slot took place; one that did not leaves the divisor of the dose (R1).

    Raises ``SlotHasMarks`` for a slot in which somebody is marked, ``SessionOver``.
    """
    lock_for_writing(training_session=slot.training_session, act="slot.settle", actor=actor)
    marked = last_marks(slot.training_session_id, [slot.id]).values()
    if not held and any(it.state is not MarkState.BLANK for it in marked):
        raise SlotHasMarks(slot.id)
    changes = {"held": [slot.held, held]}
    slot.held = held
    audit.record("slot:settled", f"slot:{slot.id}", changes=changes, actor=actor)
    log.info("slot.settled", id=slot.id, actor_kind=actor.kind, actor_id=actor.id)


def _check(training_session: TrainingSession, marks: Iterable[Tap]) -> None:
    slots = {it.id: it.held for it in training_session.slots}
    known = set(
        db.session.scalars(
            select(Participation.id).where(
                Participation.training_session_id == training_session.id
            )
        )
    )
    for it in marks:
        if it.slot_id not in slots or it.participation_id not in known:
            raise NotFound(f"slot:{it.slot_id} participation:{it.participation_id}")
        if not slots[it.slot_id]:
            raise SlotNotHeld(it.slot_id)


def _unsent(marks: Sequence[Tap]) -> list[Tap]:
    """Leave out what is stored already, and what stands twice in ``marks``."""
    uuids = [it.client_uuid for it in marks if it.client_uuid is not None]
    sent: set[str | None] = set()
    for some in portions(uuids, MOST_UUIDS):
        sent |= set(
            db.session.scalars(
                select(AttendanceMark.client_uuid).where(AttendanceMark.client_uuid.in_(some))
            )
        )
    fresh: list[Tap] = []
    for it in marks:
        if it.client_uuid is None or it.client_uuid not in sent:
            fresh.append(it)
            if it.client_uuid is not None:
                sent.add(it.client_uuid)
    return fresh


def _counting(training_session_id: int, marks: Sequence[Tap]) -> Mapping[Cell, AttendanceMark]:
    """Return the marks that count where somebody said what they saw."""
    watched = {it.slot_id for it in marks if it.seen is not None}
    return last_marks(training_session_id, watched) if watched else {}


def _says_already(counting: Mapping[Cell, AttendanceMark], tap: Tap) -> bool:
    theirs = counting.get((tap.participation_id, tap.slot_id))
    return tap.seen is not None and theirs is not None and theirs.state is tap.state


def _meanwhile(
    counting: Mapping[Cell, AttendanceMark], marks: Sequence[Tap]
) -> tuple[Meanwhile, ...]:
    found = ((counting.get((it.participation_id, it.slot_id)), it) for it in marks)
    return tuple(
        Meanwhile(
            participation_id=it.participation_id,
            found=theirs.state,
            put=it.state,
            at=theirs.at,
            user_id=theirs.actor_id if theirs.actor_kind is ActorKind.USER else None,
        )
        for theirs, it in found
        if it.seen is not None and theirs is not None and theirs.state not in {it.seen, it.state}
    )


def _row(tap: Tap, *, source: MarkSource, now: datetime, actor: Actor) -> dict[str, Any]:
    return {
        "participation_id": tap.participation_id,
        "slot_id": tap.slot_id,
        "state": tap.state,
        "source": source,
        "at": now,
        "device_time": tap.device_time,
        "client_uuid": tap.client_uuid,
        "actor_kind": actor.kind,
        "actor_id": actor.id,
    }
