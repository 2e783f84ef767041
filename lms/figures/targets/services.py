"""Entering, changing and withdrawing targets and declared strengths, one by one or by the list.

Unit heads may, and commands as the system. Nothing is overwritten: what no longer holds keeps
the moment at which it ceased to.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.db import lock
from lms.errors import StaleEdit
from lms.extensions import db
from lms.figures import queries as figures
from lms.figures.targets import queries, rules
from lms.figures.targets.errors import InTheWay, NotOfUnits, UnknownRegion
from lms.figures.targets.models import Entry, Strength, Target
from lms.figures.targets.rules import Fate
from lms.figures.targets.values import WHOLE_COUNTRY, Aim, Given, Kind

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a list did: how many entries it added, changed and left as they were."""

    added: int
    changed: int
    same: int


def enter(*, given: Given, now: datetime, actor: Actor) -> Entry:
    """Write a target or a strength. Raises ``InTheWay``, ``UnknownRegion``, ``NotOfUnits``."""
    _require(actor)
    _check([given])
    queries.hold()
    verdict = rules.weigh([given], [it.given for it in queries.standing(_kind(given))])[0]
    if verdict.fate is not Fate.NEW:
        raise InTheWay(verdict.fate, verdict.other or given)
    return _added(given, now=now, actor=actor)


def change(*, entry: Entry, given: Given, now: datetime, actor: Actor) -> Entry:
    """Withdraw an entry and write what takes its place; unchanged it stays.

    Raises ``StaleEdit`` where it no longer holds, and what ``enter`` raises.
    """
    _require(actor)
    _check([given])
    queries.hold()
    _lock(entry)
    if entry.given == given:
        return entry
    others = [it.given for it in queries.standing(_kind(given)) if it.id != entry.id]
    verdict = rules.weigh([given], others)[0]
    if verdict.fate is not Fate.NEW:
        raise InTheWay(verdict.fate, verdict.other or given)
    entry.withdrawn_at = now
    db.session.flush()
    return _added(given, before=entry, now=now, actor=actor)


def withdraw(*, entry: Entry, now: datetime, actor: Actor) -> None:
    """Let an entry hold no longer; it stays readable as of earlier days. Raises ``StaleEdit``."""
    _require(actor)
    queries.hold()  # before the row, as whoever changes it does: neither waits for the other
    _lock(entry)
    entry.withdrawn_at = now
    db.session.flush()
    audit.record(f"{_table(entry)}:withdraw", entry.tag, actor=actor)
    log.info("target.withdrawn", entry=entry.tag)


def bring_in(*, kind: Kind, said: Sequence[Given], now: datetime, actor: Actor) -> Brought:
    """Write a whole list or nothing: new lines are added, known ones changed.

    Raises ``InTheWay``, ``UnknownRegion``, ``NotOfUnits``.
    """
    _require(actor)
    _check(said)
    queries.hold()
    held = {rules.key(it.given): it for it in queries.standing(kind)}
    verdicts = rules.weigh(said, [it.given for it in held.values()])
    for it in verdicts:
        if it.fate in rules.REFUSED and it.other is not None:
            raise InTheWay(it.fate, it.other)
    written = [
        (given, it.fate) for given, it in zip(said, verdicts, strict=True) if it.fate != Fate.SAME
    ]
    before = {rules.key(it): held.get(rules.key(it)) for it, _ in written}
    for entry in before.values():
        if entry is not None:
            entry.withdrawn_at = now
    db.session.flush()
    for given, _fate in written:
        _added(given, before=before[rules.key(given)], now=now, actor=actor)
    changed = sum(fate is Fate.CHANGED for _, fate in written)
    return Brought(added=len(written) - changed, changed=changed, same=len(said) - len(written))


def _require(actor: Actor) -> None:
    require(actor, "target.enter", Role.UNIT_HEAD, system=True)


def _check(said: Iterable[Given]) -> None:
    """Refuse what no form and no list offers."""
    regions = {WHOLE_COUNTRY, *figures.every_region()}
    units = {it.id for it in queries.of_units(figures.categories())}
    for it in said:
        if it.region not in regions:
            raise UnknownRegion(it.region)
        if not isinstance(it, Aim) and it.category_id not in units:
            raise NotOfUnits(f"category:{it.category_id}")


def _kind(given: Given) -> Kind:
    return Kind.TARGETS if isinstance(given, Aim) else Kind.STRENGTHS


def _table(entry: Entry) -> str:
    return str(entry.__tablename__)


def _lock(entry: Entry) -> None:
    lock(entry)
    if entry.withdrawn_at is not None:
        raise StaleEdit(entry.tag)


def _added(given: Given, *, before: Entry | None = None, now: datetime, actor: Actor) -> Entry:
    entry = _row(given, {"actor_kind": actor.kind, "actor_id": actor.id, "recorded_at": now})
    db.session.add(entry)
    db.session.flush()
    act = "enter" if before is None else "change"
    changes = _traced(given) | ({"instead_of": before.id} if before else {})
    audit.record(f"{_table(entry)}:{act}", entry.tag, changes=changes, actor=actor)
    log.info("target.entered", entry=entry.tag)
    return entry


def _row(given: Given, by: Mapping[str, Any]) -> Entry:
    common = {
        "category_id": given.category_id,
        "region": given.region,
        "period_start": given.window.first,
        "period_end": given.window.last,
        "count": given.count,
        "source": given.source,
        **by,
    }
    if isinstance(given, Aim):
        return Target(measure=given.measure, **common)
    key = rules.unit_key(given.unit)
    return Strength(unit=given.unit, unit_key=key, rotation=given.rotation, **common)


def _traced(given: Given) -> dict[str, object]:
    """Return what the trail keeps: numbers, days and codes, no text somebody typed."""
    measure = {"measure": str(given.measure)} if isinstance(given, Aim) else {}
    return {
        "category": given.category_id,
        "region": given.region,
        "from": given.window.first.isoformat(),
        "to": given.window.last.isoformat(),
        "count": given.count,
        **measure,
    }
