"""Erasing what is kept of one person; what was counted stays counted (DOMAIN 7)."""

from collections.abc import Sequence
from datetime import datetime

import structlog
from sqlalchemy import delete, or_, select

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.db import lock
from lms.extensions import db
from lms.people import names
from lms.people.errors import AlreadyErased, ErasingRefused
from lms.people.kinds import Verdict
from lms.people.models import Person, PersonName, Suggestion
from lms.people.queries import identity
from lms.people.values import Objection
from lms.signals import person_erased, person_erasing_asked

EMPTIED = (
    "birth_date",
    "birth_precision",
    "phone",
    "service_number",
    "service_number_key",
    "rank",
    "unit",
    "organisation_id",
)
log = structlog.get_logger(__name__)


def erase(*, person: Person, now: datetime, actor: Actor) -> None:
    """Erase a person, with every record merged with theirs; unit heads alone, never undone.

    A number stays, so that totals stay what they are. Raises ``AlreadyErased``, and
    ``ErasingRefused`` with what rooms above object to.
    """
    require(actor, "person.erase", Role.UNIT_HEAD)
    records = sorted(identity.cluster(person.id), key=lambda it: it.id)
    for it in records:
        lock(it)
    if any(it.erased_at is not None for it in records):
        raise AlreadyErased(f"person:{person.id}")
    if objections := [it for record in records for it in _asked(record)]:
        raise ErasingRefused(objections)
    ids = [it.id for it in records]
    for it in records:
        _empty(it, now)
    db.session.execute(delete(PersonName).where(PersonName.person_id.in_(ids)))
    _close_doubts(ids, now, actor)
    db.session.flush()
    for it in records:
        person_erased.send(it, actor=actor, now=now)
        audit.record("person:erased", f"person:{it.id}", actor=actor)
    log.info("person.erased", ids=ids, actor_kind=actor.kind, actor_id=actor.id)


def _asked(person: Person) -> list[Objection]:
    told = person_erasing_asked.send(person)
    return [it for _receiver, answers in told for it in answers or ()]


def _empty(person: Person, now: datetime) -> None:
    person.surname, person.given_names = names.pseudonym(person.id), ""
    person.folded_name = person.sort_name = ""
    for column in EMPTIED:
        setattr(person, column, None)
    person.erased_at = now


def _close_doubts(ids: Sequence[int], now: datetime, actor: Actor) -> None:
    """Close what nobody can decide any more; of what was decided, the verdict alone stays."""
    found = db.session.scalars(
        select(Suggestion).where(
            or_(Suggestion.person_id.in_(ids), Suggestion.candidate_id.in_(ids))
        )
    )
    for it in found:
        it.evidence = {}
        if it.verdict is Verdict.OPEN:
            it.verdict, it.decided_at = Verdict.VOID, now
            it.actor_kind, it.actor_id = actor.kind, actor.id
