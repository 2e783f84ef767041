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
from lms.sessions.models import Headcount, Status, TrainingSession
from lms.sessions.outcome import RULE_VERSION, Outcome
from lms.sessions.queries import uniting
from lms.sessions.queries.uniting import Standing

Values = dict[str, object]
SAME_FACT = (
    "person_id",
    "count",
    "at_least",
    "outcome",
    "category_id",
    "sex",
    "age_group",
    "minutes",
)
"""What two facts of one participation or headcount have alike when nothing has changed."""

MOST_NUMBERS = 500  # in one statement; databases limit the parameters of one

log = structlog.get_logger(__name__)


class NotClosed(RuleBroken):
    """Only a closed session is counted."""


def record_facts(*, training_session: TrainingSession, now: datetime, actor: Actor) -> int:
    """Bring the facts of a closed session to what the rules give now; the system may.

    What holds already is left alone, so recording twice equals once; what no longer holds is
    retracted, and what holds now is added. Returns how many were added. Raises ``NotClosed`` for
    a session in any other state.
    """
    added = _record(training_session, now=now, actor=actor)
    ledger.keep([training_session.id])
    return added


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
    wanted = _wanted(training_session)
    live = {(it.participation_id, it.headcount_id): it for it in queries.live(training_session.id)}
    stale = [it.id for key, it in live.items() if key not in wanted or not _holds(it, wanted[key])]
    if stale:
        # In one statement, before the new ones: the database lets one fact of a kind live.
        db.session.execute(
            update(Fact).where(Fact.id.in_(stale)).values(retracted_at=now),
            execution_options={"synchronize_session": "fetch"},
        )
    common = _common(training_session, now)
    rows = [
        common | values
        for key, values in wanted.items()
        if key not in live or live[key].id in stale
    ]
    if rows:
        db.session.execute(insert(Fact), rows)
    _trace(training_session, added=len(rows), retracted=len(stale), actor=actor)
    return len(rows)


def _wanted(training_session: TrainingSession) -> dict[tuple[int | None, int | None], Values]:
    """Return the facts the rules give, by participation or headcount."""
    persons = [
        it
        for it in uniting.standings(training_session)
        if it.outcome in {Outcome.TRAINED, Outcome.SENSITIZED}
    ]
    headcounts: Sequence[Headcount] = queries.headcounts_of(training_session.id)
    found: dict[tuple[int | None, int | None], Values] = {
        (it.participation.id, None): _of_person(it) for it in persons
    }
    return found | {(None, it.id): _of_headcount(it) for it in headcounts}


def _holds(fact: Fact, wanted: Values) -> bool:
    return all(getattr(fact, field) == wanted[field] for field in SAME_FACT)


def _trace(training_session: TrainingSession, *, added: int, retracted: int, actor: Actor) -> None:
    changes = {"facts": added} | ({"retracted": retracted} if retracted else {})
    target = f"training_session:{training_session.id}"
    audit.record("facts:record", target, changes=changes, actor=actor)
    log.info("facts.recorded", training_session=training_session.id, **changes)


def _common(training_session: TrainingSession, now: datetime) -> Values:
    """Return what all facts of a session share; the last day held decides the period (R5)."""
    course = training_session.course_version.course
    held = [slot.day for slot in training_session.slots if slot.held]
    return {
        "training_session_id": training_session.id,
        "place_id": training_session.place_id,
        "programme_id": course.programme_id,
        "course_id": course.id,
        "organisation_id": training_session.lead_organisation_id,
        "phase": training_session.phase,
        "last_day": max(held, default=training_session.last_day),
        "recorded_at": now,
        "retracted_at": None,
    }


def _of_person(standing: Standing) -> Values:
    participation = standing.participation
    return {
        "participation_id": participation.id,
        "person_id": standing.person_id,
        "headcount_id": None,
        "count": None,
        "at_least": False,
        "outcome": standing.outcome,
        "category_id": participation.category_id,
        "sex": participation.sex,
        "age_group": participation.age_group,
        "minutes": standing.minutes,
        "rule_version": standing.rule_version,
    }


def _of_headcount(headcount: Headcount) -> Values:
    return {
        "participation_id": None,
        "person_id": None,
        "headcount_id": headcount.id,
        "count": headcount.count,
        "at_least": headcount.at_least,
        "outcome": headcount.outcome,
        "category_id": headcount.category_id,
        "sex": headcount.sex,
        "age_group": headcount.age_group,
        "minutes": None,
        "rule_version": RULE_VERSION,
    }
