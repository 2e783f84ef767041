"""Who decides about records, and the locks that two of them respect."""

from datetime import datetime

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.db import lock
from lms.errors import NotAllowed
from lms.extensions import db
from lms.people.errors import RecordGone
from lms.people.models import Person
from lms.people.queries import identity
from lms.people.queries.protection import protected


def lock_both(one: Person, other: Person) -> None:
    """Wait for whoever else decides about either person, always in one order.

    The records that stand for them are locked too, for others may name other records of the same
    persons. Raises ``RecordGone``.
    """
    records = {one, other}
    locked: set[Person] = set()
    while waiting := {*records, *map(root, records)} - locked:
        for person in sorted(waiting, key=lambda it: it.id):
            lock(person)
            if person.withdrawn_at is not None or person.erased_at is not None:
                raise RecordGone(f"person:{person.id}")
        locked |= waiting


def require_decider(*persons: Person, now: datetime, actor: Actor) -> None:
    """Raise ``NotAllowed`` for who may not decide; of minors the unit head alone may."""
    require(actor, "person.decide", Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    if actor.role is Role.ADMINISTRATOR and any(protected(it, day=now.date()) for it in persons):
        raise NotAllowed("person.decide")


def root(person: Person) -> Person:
    """Return the record that stands for a person. Raises ``RecordGone``."""
    number = identity.roots([person.id])[person.id]
    found = person if number == person.id else db.session.get(Person, number)
    if found is None:
        raise RecordGone(f"person:{number}")
    return found
