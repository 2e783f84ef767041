"""Taking back what a list brought into a session: nothing is deleted, nothing shows any more."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import insert, select

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.db import lock
from lms.errors import NotAllowed
from lms.extensions import db
from lms.sessions.models import (
    AttendanceMark,
    Headcount,
    MarkSource,
    MarkState,
    Participation,
    Status,
    TrainingSession,
)
from lms.sessions.outcome import HeldSlot, judge
from lms.sessions.queries.access import may_take_back
from lms.sessions.queries.attendance import latest_marks
from lms.sessions.queries.closing import demand_of
from lms.sessions.queries.histories import histories
from lms.sessions.rules.standing import key_of, standing
from lms.sessions.values import Taken
from lms.signals import participations_withdrawn
from lms.unit.queries import rules

log = structlog.get_logger(__name__)


def take_back(
    *, training_session: TrainingSession, taken: Taken, now: datetime, actor: Actor
) -> None:
    """Withdraw participations, undo marks of others by new marks, reduce headcounts.

    Open to whoever may write in the session; once it is closed to unit heads and administrators.
    There outcomes are judged again and the ledger hears of it. Raises ``NotAllowed``.
    """
    if not may_take_back(training_session, actor):
        raise NotAllowed("training_session.take_back")
    lock(training_session)
    everybody = db.session.scalars(
        select(Participation).where(Participation.training_session_id == training_session.id)
    ).all()
    staying = {it.id: it for it in everybody if it.id not in taken.participations}
    for it in everybody:
        if it.id not in staying:
            it.withdrawn_at = now
    marked = _undo_marks(training_session, taken.marks, staying, now, actor)
    _reduce(training_session, taken.heads, now)
    db.session.flush()  # receivers read what was written from the database
    if training_session.status is Status.CLOSED:
        _judge_again(training_session, [staying[it] for it in marked])
        participations_withdrawn.send(training_session, actor=actor, now=now)
    _trace(training_session, taken, actor)


def _undo_marks(
    training_session: TrainingSession,
    marks: Collection[int],
    staying: Collection[int],
    now: datetime,
    actor: Actor,
) -> list[int]:
    """Write for each mark what stands without it; return whose marks these are, each once."""
    rows: list[dict[str, Any]] = []
    for (person, slot), entries in histories(training_session.id, staying).items():
        state = standing(entries, without=marks)
        rows += [
            {
                "participation_id": person,
                "slot_id": slot,
                "state": state,
                "source": MarkSource.UNDOING,
                "at": now,
                "client_uuid": key_of(it.id),
                "actor_kind": actor.kind,
                "actor_id": actor.id,
            }
            for it in entries
            if it.id in marks
        ]
    if rows:
        db.session.execute(insert(AttendanceMark), rows)
    return list(dict.fromkeys(it["participation_id"] for it in rows))


def _reduce(training_session: TrainingSession, heads: Mapping[int, int], now: datetime) -> None:
    """Take people off headcounts; one that comes to nothing stays for the facts that name it."""
    stored = db.session.scalars(
        select(Headcount).where(Headcount.training_session_id == training_session.id)
    )
    for it in stored:
        if it.count > heads.get(it.id, 0):
            it.count -= heads.get(it.id, 0)
        else:
            it.withdrawn_at = now


def _judge_again(
    training_session: TrainingSession, participations: Collection[Participation]
) -> None:
    marks = latest_marks(training_session.id)
    by = rules()
    demand = demand_of(training_session.course_version.course, by)
    held = [it for it in training_session.slots if it.held]
    for it in participations:
        sheet = [
            HeldSlot(slot.minutes, marks.get((it.id, slot.id), MarkState.BLANK)) for slot in held
        ]
        judgement = judge(role=it.role, demand=demand, slots=sheet)
        it.keep(judgement, by.version)
    db.session.flush()  # the ledger reads them from the database


def _trace(training_session: TrainingSession, taken: Taken, actor: Actor) -> None:
    audit.record(
        "training_session:list_taken_back",
        training_session.tag,
        changes={
            "participations": sorted(taken.participations),
            "marks": len(taken.marks),
            "heads": sum(taken.heads.values()),
        },
        actor=actor,
    )
    log.info(
        "training_session.list_taken_back",
        id=training_session.id,
        withdrawn=len(taken.participations),
        marks=len(taken.marks),
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
