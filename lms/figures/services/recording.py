"""Writing the ledger: facts are added and retracted, never updated."""

from collections.abc import Collection, Sequence
from datetime import datetime

import structlog
from sqlalchemy import insert, update

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.db import lock
from lms.errors import RuleBroken
from lms.extensions import db
from lms.figures import ledger, queries
from lms.figures.models import Fact
from lms.figures.source.wanted import differing, wanted_in
from lms.sessions.models import Status, TrainingSession

log = structlog.get_logger(__name__)


class NotClosed(RuleBroken):
    """Only a closed session is counted."""


class StillClosed(RuleBroken):
    """What a closed session is counted for is not taken out of the ledger."""


def record_facts(*, training_session: TrainingSession, now: datetime, actor: Actor) -> int:
    """Bring the facts of a closed session to what the rules give now; the system may.

    What holds already is left alone, so recording twice equals once; what no longer holds is
    retracted, and what holds now is added. Returns how many were added. Raises ``NotClosed`` for
    a session in any other state.
    """
    added = _record(training_session, now=now, actor=actor)
    ledger.keep([training_session.id])
    return added


def _record(training_session: TrainingSession, *, now: datetime, actor: Actor) -> int:
    require(
        actor,
        "training_session.close",
        Role.TRAINER,
        Role.UNIT_HEAD,
        Role.ADMINISTRATOR,
        system=True,
    )
    if training_session.status is not Status.CLOSED:
        raise NotClosed(f"training_session:{training_session.id}")
    wanted = wanted_in([training_session])[training_session.id]
    live = {(it.participation_id, it.headcount_id): it for it in queries.live(training_session.id)}
    stale = [it.id for key, it in live.items() if key not in wanted or differing(it, wanted[key])]
    if stale:
        # In one statement, before the new ones: the database lets one fact of a kind live.
        _retract(stale, now)
    rows = [
        {**values, "recorded_at": now, "retracted_at": None}
        for key, values in wanted.items()
        if key not in live or live[key].id in stale
    ]
    if rows:
        db.session.execute(insert(Fact), rows)
    _trace(training_session, added=len(rows), retracted=len(stale), actor=actor)
    return len(rows)


def restate(*, training_sessions: Collection[TrainingSession], now: datetime, actor: Actor) -> int:
    """Bring the facts of the closed ones among sessions to what the rules give now.

    Returns how many facts were added.
    """
    closed = sorted(
        (it for it in training_sessions if it.status is Status.CLOSED), key=lambda it: it.id
    )
    for it in closed:
        lock(it)  # whoever restates it beside us would write what held before
    added = sum(_record(it, now=now, actor=actor) for it in closed)
    ledger.keep([it.id for it in closed])
    return added


def retract_facts(*, training_session: TrainingSession, now: datetime, actor: Actor) -> int:
    """Retract what the ledger says of a session that is not closed; the system may.

    Returns how many facts that is. Raises ``StillClosed``.
    """
    require(actor, "ledger.rebuild", Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    if training_session.status is Status.CLOSED:
        raise StillClosed(training_session.tag)
    stale = [it.id for it in queries.live(training_session.id)]
    _retract(stale, now)
    ledger.keep([training_session.id])
    _trace(training_session, added=0, retracted=len(stale), actor=actor)
    return len(stale)


def _retract(stale: Sequence[int], now: datetime) -> None:
    db.session.execute(
        update(Fact).where(Fact.id.in_(stale)).values(retracted_at=now),
        execution_options={"synchronize_session": "fetch"},
    )


def _trace(training_session: TrainingSession, *, added: int, retracted: int, actor: Actor) -> None:
    changes = {"facts": added} | ({"retracted": retracted} if retracted else {})
    target = f"training_session:{training_session.id}"
    audit.record("facts:record", target, changes=changes, actor=actor)
    log.info("facts.recorded", training_session=training_session.id, **changes)
