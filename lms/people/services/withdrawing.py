"""Taking back persons whom only a list had brought; nothing is deleted."""

from collections.abc import Collection, Sequence
from datetime import datetime

import structlog
from sqlalchemy import or_, select

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.lib.portions import portions
from lms.people.kinds import Verdict
from lms.people.models import Merge, Person, Suggestion
from lms.signals import merge_undone

UNDECIDED_OR_SAME = (Verdict.OPEN, Verdict.SAME)
BATCH = 5000  # in one statement; databases limit the parameters of one

log = structlog.get_logger(__name__)


def withdraw(*, persons: Sequence[Person], now: datetime, actor: Actor) -> None:
    """Take persons out of the register who stand nowhere else; the system may too.

    What made them one with somebody else is undone first, and nobody is asked about them any
    more; that two are not the same stays said.
    """
    require(
        actor, "person.withdraw", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True
    )
    if not persons:
        return
    ids = {it.id for it in persons}
    _undo_merges(ids, now, actor)
    _void_suggestions(ids, now, actor)
    for it in persons:
        it.withdrawn_at = now
    audit.record(
        "person:withdrawn", f"person:{min(ids)}", changes={"ids": sorted(ids)}, actor=actor
    )
    log.info("person.withdrawn", ids=len(ids), actor_kind=actor.kind, actor_id=actor.id)


def _undo_merges(ids: Collection[int], now: datetime, actor: Actor) -> None:
    """Undo what stands, whoever decided it: the record decided about is taken back itself."""
    standing = select(Merge).where(Merge.undone_at.is_(None)).order_by(Merge.id)
    undone = [
        it
        for some in portions(sorted(ids), BATCH)
        for it in db.session.scalars(standing.where(Merge.merged_id.in_(some)))
    ]
    for it in undone:
        it.merged.merged_into_id = None
        it.undone_at = now
        it.undone_actor_kind, it.undone_actor_id = actor.kind, actor.id
    db.session.flush()  # receivers read the pointers from the database
    for it in undone:
        audit.record("merge:undone", f"merge:{it.id}", actor=actor)
        merge_undone.send(it, actor=actor, now=now)


def _void_suggestions(ids: Collection[int], now: datetime, actor: Actor) -> None:
    asked = select(Suggestion).where(Suggestion.verdict.in_(UNDECIDED_OR_SAME))
    for some in portions(sorted(ids), BATCH):
        about = or_(Suggestion.person_id.in_(some), Suggestion.candidate_id.in_(some))
        for it in db.session.scalars(asked.where(about)):
            it.verdict = Verdict.VOID
            it.decided_at = now
            it.actor_kind, it.actor_id = actor.kind, actor.id
