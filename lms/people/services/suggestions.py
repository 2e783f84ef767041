"""Records that may be one person: asked about, decided, and decided anew."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import structlog
from sqlalchemy import select

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.db import lock
from lms.extensions import db
from lms.people.errors import AlreadyDecided
from lms.people.kinds import Verdict
from lms.people.models import Distinction, Suggestion
from lms.people.queries import identity
from lms.people.services import _deciding, merging
from lms.people.values import NewSuggestion

log = structlog.get_logger(__name__)


def suggest_many(*, suggestions: Sequence[NewSuggestion], actor: Actor) -> list[Suggestion]:
    """Ask whether two records are one person, once for each pair; the system may too.

    Returns the question of each, in the same order; what was asked before stays as it is.
    """
    require(
        actor, "person.register", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True
    )
    asked = identity.suggestions_of({it.person_id for it in suggestions})
    new = {}
    for it in suggestions:
        if (pair := (it.person_id, it.candidate_id)) not in asked:
            asked[pair] = new[pair] = _asked(it)
    db.session.add_all(new.values())
    db.session.flush()  # the trail and the rows of the list need the ids
    if new:
        ids = [it.id for it in new.values()]
        audit.record("suggestion:made", f"suggestion:{ids[0]}", changes={"ids": ids}, actor=actor)
    return [asked[it.person_id, it.candidate_id] for it in suggestions]


def decide(
    *,
    suggestion: Suggestion,
    verdict: Verdict,
    settled: Mapping[int, str] = merging.NOTHING,
    now: datetime,
    actor: Actor,
) -> None:
    """Say whether the two records are one person.

    *Same* merges the person into the candidate, and other candidates of theirs are asked about
    no more; *different* is remembered for ever. Raises ``AlreadyDecided`` and what ``merge`` and
    ``keep_apart`` raise.
    """
    if verdict not in {Verdict.SAME, Verdict.DIFFERENT}:
        raise ValueError(f"no decision: {verdict}")
    lock(suggestion)
    _deciding.lock_both(suggestion.person, suggestion.candidate)
    _deciding.require_decider(suggestion.person, suggestion.candidate, now=now, actor=actor)
    if suggestion.verdict is not Verdict.OPEN:
        raise AlreadyDecided(f"suggestion:{suggestion.id}")
    if verdict is Verdict.SAME:
        merging.merge(
            merged=suggestion.person,
            survivor=suggestion.candidate,
            settled=settled,
            now=now,
            actor=actor,
        )
        _others(suggestion, was=Verdict.OPEN, becomes=Verdict.VOID)
    else:
        merging.keep_apart(one=suggestion.person, other=suggestion.candidate, now=now, actor=actor)
    suggestion.verdict, suggestion.decided_at = verdict, now
    suggestion.actor_kind, suggestion.actor_id = actor.kind, actor.id
    _trace("suggestion:decided", suggestion, actor)


def reopen(*, suggestion: Suggestion, now: datetime, actor: Actor) -> None:
    """Take a decision back: the merge is undone, or the two are no longer kept apart.

    Raises ``AlreadyDecided`` when there is no decision to take back.
    """
    lock(suggestion)
    _deciding.require_decider(suggestion.person, suggestion.candidate, now=now, actor=actor)
    if suggestion.verdict is Verdict.SAME:
        merge = identity.merge_of(suggestion)
        if merge is not None:
            merging.undo(merge=merge, now=now, actor=actor)
        _others(suggestion, was=Verdict.VOID, becomes=Verdict.OPEN)
    elif suggestion.verdict is Verdict.DIFFERENT:
        _lift(suggestion)
    else:
        raise AlreadyDecided(f"suggestion:{suggestion.id}")
    suggestion.verdict, suggestion.decided_at = Verdict.OPEN, None
    suggestion.actor_kind = suggestion.actor_id = None
    _trace("suggestion:reopened", suggestion, actor)


def _asked(new: NewSuggestion) -> Suggestion:
    return Suggestion(
        person_id=new.person_id,
        candidate_id=new.candidate_id,
        kind=new.kind,
        likelihood=new.likelihood,
        evidence=dict(new.evidence),
    )


def _others(suggestion: Suggestion, *, was: Verdict, becomes: Verdict) -> None:
    """Ask no more, or again, whether the person is one of the other candidates."""
    for other in db.session.scalars(
        select(Suggestion).where(
            Suggestion.person_id == suggestion.person_id,
            Suggestion.id != suggestion.id,
            Suggestion.verdict == was,
        )
    ):
        other.verdict = becomes


def _lift(suggestion: Suggestion) -> None:
    lower, higher = sorted((suggestion.person_id, suggestion.candidate_id))
    distinction = db.session.scalar(
        select(Distinction).where(Distinction.one_id == lower, Distinction.other_id == higher)
    )
    if distinction is not None:
        db.session.delete(distinction)


def _trace(act: str, suggestion: Suggestion, actor: Actor) -> None:
    changes = {"verdict": suggestion.verdict.value}
    audit.record(act, f"suggestion:{suggestion.id}", changes=changes, actor=actor)
    log.info(act, id=suggestion.id, actor_kind=actor.kind, actor_id=actor.id)
