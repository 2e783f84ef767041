"""Saying that two records are one person, that they are not, and taking it back.

A merge moves nothing: the merged record points to the survivor, every row keeps its own person,
and undoing clears the pointer.
"""

from collections.abc import Mapping
from datetime import datetime

import structlog
from sqlalchemy import select

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.db import lock
from lms.extensions import db
from lms.people.errors import (
    AlreadyUndone,
    KeptApart,
    MarksContradict,
    MergeRefused,
    SamePerson,
)
from lms.people.models import Distinction, Merge, Person
from lms.people.queries import identity
from lms.people.services import _deciding
from lms.people.values import Contradiction, Objection
from lms.signals import merge_undone, persons_merged, persons_merging_asked

NOTHING: Mapping[int, str] = {}
log = structlog.get_logger(__name__)


def merge(
    *,
    merged: Person,
    survivor: Person,
    settled: Mapping[int, str] = NOTHING,
    now: datetime,
    actor: Actor,
) -> Merge:
    """Say that two records are one person; the record that stands for each is what is joined.

    ``settled`` says which mark holds in slots where the two have contrary ones. Raises
    ``SamePerson``, ``RecordGone``, ``KeptApart``, ``MergeRefused`` with what rooms above object
    to, and ``MarksContradict`` with the slots that nobody settled.
    """
    _deciding.lock_both(merged, survivor)
    merged, survivor = _deciding.root(merged), _deciding.root(survivor)
    _deciding.require_decider(merged, survivor, now=now, actor=actor)
    if merged.id == survivor.id:
        raise SamePerson(f"person:{merged.id}")
    if identity.kept_apart(merged.id, survivor.id):
        raise KeptApart(f"person:{merged.id} person:{survivor.id}")
    objections, contradictions = _asked(merged, survivor)
    if objections:
        raise MergeRefused(objections)
    if left := [it for it in contradictions if settled.get(it.slot_id) not in it.states]:
        raise MarksContradict(left)
    row = Merge(
        merged_id=merged.id,
        survivor_id=survivor.id,
        settled={str(it.slot_id): settled[it.slot_id] for it in contradictions},
        made_at=now,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
    merged.merged_into_id = survivor.id
    db.session.add(row)
    db.session.flush()  # receivers read the pointer, the trail needs the number
    _trace("merge:made", row, actor)
    persons_merged.send(row, actor=actor, now=now)
    return row


def undo(*, merge: Merge, now: datetime, actor: Actor) -> None:
    """Make two records of one again, as they were. Raises ``AlreadyUndone``."""
    merged, survivor = merge.merged, merge.survivor
    _deciding.lock_both(merged, survivor)
    lock(merge)  # after the persons, as everybody who decides does
    _deciding.require_decider(merged, survivor, now=now, actor=actor)
    if merge.undone_at is not None:
        raise AlreadyUndone(f"merge:{merge.id}")
    merge.undone_at, merge.undone_actor_kind = now, actor.kind
    merge.undone_actor_id = actor.id
    merged.merged_into_id = None
    db.session.flush()  # receivers read the pointer
    _trace("merge:undone", merge, actor)
    merge_undone.send(merge, actor=actor, now=now)


def keep_apart(*, one: Person, other: Person, now: datetime, actor: Actor) -> Distinction:
    """Say for ever that two records are not one person; saying it twice is saying it once.

    A merge of the two that stands is undone first. Raises ``SamePerson`` for one record, or for
    two that others hold together.
    """
    _deciding.lock_both(one, other)
    _deciding.require_decider(one, other, now=now, actor=actor)
    for row in filter(None, (identity.standing_merge(it.id) for it in (one, other))):
        if {row.merged_id, row.survivor_id} == {one.id, other.id}:
            undo(merge=row, now=now, actor=actor)
    roots = identity.roots([one.id, other.id])
    if roots[one.id] == roots[other.id]:
        raise SamePerson(f"person:{one.id}")
    lower, higher = sorted((one.id, other.id))
    known = db.session.scalar(
        select(Distinction).where(Distinction.one_id == lower, Distinction.other_id == higher)
    )
    if known is not None:
        return known
    distinction = Distinction(
        one_id=lower,
        other_id=higher,
        made_at=now,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
    db.session.add(distinction)
    changes = {"persons": [lower, higher]}
    audit.record("person:kept_apart", f"person:{lower}", changes=changes, actor=actor)
    return distinction


def _asked(merged: Person, survivor: Person) -> tuple[list[Objection], list[Contradiction]]:
    """Return what rooms above object to in a merge, and what they must be told first."""
    told = persons_merging_asked.send(merged, survivor=survivor)
    said = [it for _receiver, answers in told for it in answers or ()]
    return (
        [it for it in said if isinstance(it, Objection)],
        [it for it in said if isinstance(it, Contradiction)],
    )


def _trace(act: str, row: Merge, actor: Actor) -> None:
    changes = {"merged": row.merged_id, "survivor": row.survivor_id}
    audit.record(act, f"merge:{row.id}", changes=changes, actor=actor)
    log.info(act, id=row.id, actor_kind=actor.kind, actor_id=actor.id)
