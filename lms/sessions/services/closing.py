"""Closing a session: outcomes are written once and kept with the version of the rule."""

from collections.abc import Mapping
from datetime import datetime

import structlog
from sqlalchemy import select

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.extensions import db
from lms.sessions import queries
from lms.sessions.errors import NotReady
from lms.sessions.models import Participation, Status, TrainingSession
from lms.sessions.outcome import Judgement, Outcome
from lms.sessions.services._access import lock_for_writing
from lms.signals import training_session_closed, training_session_ending
from lms.unit.queries import rules

log = structlog.get_logger(__name__)


def close(*, training_session: TrainingSession, now: datetime, actor: Actor) -> None:
    """Judge every participation and close the session; from then on it counts.

    Its days become those of the slots held (R5). Raises ``NotReady`` with what is missing,
    and ``SessionOver`` when somebody closed or cancelled it first.
    """
    lock_for_writing(training_session=training_session, act="training_session.close", actor=actor)
    report = queries.report(training_session, now.date())
    if report.blocks:
        raise NotReady(report)
    training_session_ending.send(training_session, actor=actor, now=now)
    version = rules().version
    _write_outcomes(training_session, report.judgements, version)
    held = [it.day for it in training_session.slots if it.held]
    training_session.first_day, training_session.last_day = min(held), max(held)
    training_session.status = Status.CLOSED
    training_session.closed_at = now
    training_session.closed_by_id = actor.user_id
    db.session.flush()  # receivers read what was written from the database
    tallies = {it.value: report.tally(it) for it in Outcome}
    audit.record(
        "training_session:closed",
        training_session.tag,
        changes={**tallies, "headcount": report.headcount, "rule_version": version},
        actor=actor,
    )
    training_session_closed.send(training_session, actor=actor, now=now)
    log.info(
        "training_session.closed",
        id=training_session.id,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )


def _write_outcomes(
    training_session: TrainingSession, judgements: Mapping[int, Judgement], version: int
) -> None:
    rows = db.session.scalars(
        select(Participation).where(Participation.training_session_id == training_session.id)
    )
    for it in rows:
        it.keep(judgements[it.id], version)
