"""Proposing and adopting rules; what is adopted is written once and never changes."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime

import structlog

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.accounts.permissions import require
from lms.db import lock
from lms.errors import NotAllowed, RuleBroken
from lms.extensions import db
from lms.figures import services as ledger
from lms.figures.proofs.differences import compare
from lms.figures.source.stored import batches, live_in
from lms.figures.source.wanted import wanted_in
from lms.figures.versions import queries
from lms.figures.versions.queries import KEEPERS
from lms.sessions import services as sessions
from lms.sessions.models import TrainingSession
from lms.unit.models import RuleVersion
from lms.unit.queries import rules
from lms.unit.rules import FIRST, Rules

log = structlog.get_logger(__name__)


class Senseless(RuleBroken):
    """Settings that cannot be; carries which."""

    def __init__(self, faults: frozenset[str]) -> None:
        self.faults = faults
        super().__init__(", ".join(sorted(faults)))


class Unchanged(RuleBroken):
    """Settings that are those in force."""


class NoReason(RuleBroken):
    """A proposal says why."""


class AlreadyAdopted(RuleBroken):
    """An adopted version never changes, nor is it adopted twice."""


def propose(*, settings: Rules, reason: str, now: datetime, actor: Actor) -> RuleVersion:
    """Write down rules to be tried; nothing is counted by them.

    Raises ``Senseless``, ``Unchanged`` and ``NoReason``.
    """
    require(actor, "rules.propose", *KEEPERS)
    if actor.user_id is None:
        raise NotAllowed("rules.propose")
    if settings.faults:
        raise Senseless(settings.faults)
    if replace(settings, version=FIRST) == replace(rules(), version=FIRST):
        raise Unchanged("rules")
    if not reason.strip():
        raise NoReason("rules")
    values = asdict(settings)
    del values["version"]
    version = RuleVersion(
        **values, reason=reason.strip(), proposed_by_id=actor.user_id, proposed_at=now
    )
    db.session.add(version)
    db.session.flush()
    audit.record("rules:propose", version.tag, changes=values, actor=actor)
    log.info("rules.proposed", version=version.id)
    return version


def discard(*, version: RuleVersion, actor: Actor) -> None:
    """Delete a proposal that was not adopted. Raises ``AlreadyAdopted``, ``NotFound``."""
    require(actor, "rules.propose", *KEEPERS)
    lock(version)
    if version.number is not None:
        raise AlreadyAdopted(version.tag)
    db.session.delete(version)
    db.session.flush()
    audit.record("rules:discard", version.tag, actor=actor)
    log.info("rules.discarded", version=version.id)


def adopt(*, version: RuleVersion, clock: Callable[[], datetime], actor: Actor) -> int:
    """Judge every closed session by a version from now on, and bring the ledger along.

    Facts are retracted and added at one moment, so what was known before is still known as of
    then. ``clock`` is asked once nobody can close a session. Returns how many participations
    come out otherwise. Raises ``AlreadyAdopted``, and ``NotFound`` once it was deleted.
    """
    require(actor, "rules.adopt", *KEEPERS)
    if actor.user_id is None:
        raise NotAllowed("rules.adopt")
    queries.hold_sessions()
    lock(version)
    if version.number is not None:
        raise AlreadyAdopted(version.tag)
    before, now = rules(), clock()
    version.number, version.adopted_at = queries.next_number(), now
    version.adopted_by_id = actor.user_id
    db.session.flush()
    judged = 0
    for batch in batches():
        judged += sessions.rejudge(
            training_sessions=batch, before=before, after=version.rules, actor=actor
        )
        ledger.restate(training_sessions=_stale(batch), now=now, actor=actor)
    changes = {"number": version.number, "participations": judged, **asdict(version.rules)}
    audit.record("rules:adopt", version.tag, changes=changes, actor=actor)
    log.info("rules.adopted", version=version.id, number=version.number)
    return judged


def _stale(training_sessions: Sequence[TrainingSession]) -> list[TrainingSession]:
    """Return the sessions of which the ledger does not say what the rules give now."""
    ids = [it.id for it in training_sessions]
    wanted, live = wanted_in(training_sessions), live_in(ids)
    return [it for it in training_sessions if any(compare(it.id, live[it.id], wanted[it.id]))]
