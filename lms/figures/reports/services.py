"""Preparing, publishing and correcting reports."""

from collections.abc import Callable, Iterable
from datetime import datetime

import structlog

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.models import User
from lms.accounts.permissions import require
from lms.db import lock
from lms.errors import NotAllowed, RuleBroken
from lms.extensions import db
from lms.figures import queries as figures
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.proofs import plain
from lms.figures.release import gate
from lms.figures.reports import freezing, queries as reports, rules
from lms.figures.reports.models import Report, ReportState
from lms.figures.reports.proving import checking
from lms.figures.reports.proving.checking import Check
from lms.figures.reports.rules import Finding
from lms.lib.keys import Key
from lms.unit.queries import rules as rules_in_force

log = structlog.get_logger(__name__)


class SamePerson(RuleBroken):
    """Whoever prepared a report cannot publish it."""


class AlreadyPublished(RuleBroken):
    """A published report never changes again."""


class NotPublished(RuleBroken):
    """Only a published report, not yet corrected, can be corrected."""


class NoReason(RuleBroken):
    """A correction says what was wrong and why."""


class UnknownRegion(RuleBroken):
    """The region is none of those that figures know."""


class NotReady(RuleBroken):
    """Something blocks; carries what was found."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(", ".join(str(it.kind) for it in self.findings))


def prepare(
    *,
    window: Window,
    regions: frozenset[str] | None = None,
    print_range: bool = False,
    now: datetime,
    actor: Actor,
) -> Report:
    """Begin a report of a window; its totals follow the ledger until somebody publishes it.

    Raises as ``vet`` does.
    """
    user_id = _preparer(actor)
    vet(scope=Scope(window=window, regions=regions), actor=actor)
    report = Report(
        code=_next_code(window),
        period_start=window.first,
        period_end=window.last,
        regions=None if regions is None else sorted(regions),
        print_range=print_range,
        prepared_by_id=user_id,
        prepared_at=now,
    )
    return _added(report, actor)


def correct(
    *, report: Report, reason: str, print_range: bool = False, now: datetime, actor: Actor
) -> Report:
    """Begin the report that will take the place of a published one, and say why.

    Raises ``NotPublished``, ``NoReason`` and what ``vet`` raises.
    """
    user_id = _preparer(actor)
    if not reason.strip():
        raise NoReason(report.tag)
    lock(report)
    if report.state is not ReportState.PUBLISHED or reports.successor(report):
        raise NotPublished(report.tag)
    vet(scope=freezing.scope_of(report), actor=actor)
    return _added(
        Report(
            code=_next_code(report.window),
            period_start=report.period_start,
            period_end=report.period_end,
            regions=report.regions,
            print_range=print_range,
            prepared_by_id=user_id,
            prepared_at=now,
            succeeds_id=report.id,
            reason=reason.strip(),
        ),
        actor,
    )


def vet(*, scope: Scope, actor: Actor) -> None:
    """Raise ``UnknownRegion`` or ``TwoWouldTell`` for what no report can be of.

    Each report has a copy for outside, so it is of no more than the gate lets through.
    """
    gate.check(scope=scope, actor=actor)
    if unknown := (scope.regions or frozenset()) - figures.every_region().keys():
        raise UnknownRegion(", ".join(sorted(unknown)))


def discard(*, report: Report, actor: Actor) -> None:
    """Delete a report that was prepared and never published; the trail keeps its code and days.

    Raises ``AlreadyPublished``.
    """
    _preparer(actor)
    _hold_prepared(report)
    changes = {
        "code": report.code,
        "from": report.period_start.isoformat(),
        "to": report.period_end.isoformat(),
        "succeeds": report.succeeds_id,
    }
    db.session.delete(report)
    db.session.flush()
    audit.record("report:discard", report.tag, changes=changes, actor=actor)
    log.info("report.discarded", report=report.id)


def publish(*, report: Report, clock: Callable[[], datetime], key: Key, actor: Actor) -> Report:
    """Freeze a prepared report: totals of one moment, signed, by a second person.

    ``clock`` is asked once nobody can write in the ledger, so no closing falls between two
    totals. Raises ``SamePerson``, ``AlreadyPublished``, ``NotReady`` and what ``vet`` raises.
    """
    require(actor, "report.publish", Role.UNIT_HEAD, Role.ADMINISTRATOR)
    _hold_prepared(report)
    if actor.user_id == report.prepared_by_id:
        raise SamePerson(report.tag)
    vet(scope=freezing.scope_of(report), actor=actor)
    reports.hold_ledger()
    now = clock()
    check = checking.check(report, actor)
    if check.blocking:
        raise NotReady(check.blocking)
    _freeze(report, check, key=key, now=now, actor=actor)
    if report.succeeds is not None:
        report.succeeds.state = ReportState.SUPERSEDED
    db.session.flush()
    changes = {"code": report.code, "digest": report.digest, "succeeds": report.succeeds_id}
    audit.record("report:publish", report.tag, changes=changes, actor=actor)
    log.info("report.published", report=report.id)
    return report


def _hold_prepared(report: Report) -> None:
    """Wait for whoever else publishes or deletes the report, and see that nobody did."""
    lock(report)
    if report.state is not ReportState.PREPARED:
        raise AlreadyPublished(report.tag)


def _preparer(actor: Actor) -> int:
    require(actor, "report.prepare", Role.UNIT_HEAD)
    if actor.user_id is None:
        raise NotAllowed("report.prepare")
    return actor.user_id


def _next_code(window: Window) -> str:
    reports.hold_codes()
    year = window.last.year
    given = [int(it.rpartition("-")[2]) for it in reports.codes_of(year)]
    return rules.code_of(year, max(given, default=0) + 1)


def _added(report: Report, actor: Actor) -> Report:
    db.session.add(report)
    db.session.flush()
    changes = {"code": report.code, "succeeds": report.succeeds_id}
    audit.record("report:prepare", report.tag, changes=changes, actor=actor)
    log.info("report.prepared", report=report.id)
    return report


def _freeze(report: Report, check: Check, *, key: Key, now: datetime, actor: Actor) -> None:
    scope, reading = freezing.scope_of(report), check.reading
    codes = {it.id: it.code for it in reading.categories}
    persons, headcounts = plain.read(scope, codes=codes, regions=reading.regions)
    approver = db.session.get_one(User, actor.user_id)
    report.digest = rules.digest_of(persons, headcounts)
    report.fact_runs = rules.runs_of([*(it.id for it in persons), *(it.id for it in headcounts)])
    report.last_fact_id = reports.last_fact_id()
    report.approved_by, report.published_at, report.as_of = approver, now, now
    report.rule_version = rules_in_force().version
    head, said = freezing.head(report), freezing.tables(reading)
    leaving = gate.release(scope=scope, actor=actor)
    released = {
        **{it: said[it] for it in ("names", "indicators")},
        **head,
        **freezing.released(leaving),
        "asked": {"from": head["from"], "to": head["to"]},
        "digest": report.digest,
        "since_last_report": check.attached_outside(leaving),
    }
    report.content = {
        **said,
        **head,
        "released": released,
        "released_signature": key.sign(rules.canonical(released)),
        "facts": {
            "persons": len(persons),
            "headcounts": len(headcounts),
            "digest": report.digest,
            "form": rules.DIGEST,
        },
        "since_last_report": check.attached(),
    }
    report.signature = key.sign(rules.canonical(report.content))
    report.public_key = key.public
    report.state = ReportState.PUBLISHED
