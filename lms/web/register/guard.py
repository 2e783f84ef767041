"""Who may see which records of the register: protected ones are for the unit head alone."""

from collections.abc import Iterable
from datetime import date

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import NotAllowed
from lms.people.models import Person
from lms.people.queries.protection import Guard, guard


def require_reader(actor: Actor) -> None:
    """Raise ``NotAllowed`` unless the actor decides who is who."""
    require(actor, "person.decide", Role.UNIT_HEAD, Role.ADMINISTRATOR)


def sees_protected(actor: Actor) -> bool:
    """Tell whether protected records are there for the actor at all."""
    return actor.role is Role.UNIT_HEAD


def require_seen(persons: Iterable[Person], today: date, actor: Actor) -> Guard:
    """Return the guard; raise ``NotAllowed`` when a record is not for the actor."""
    require_reader(actor)
    found = guard(today)
    if not sees_protected(actor) and any(found.protects(it) for it in persons):
        raise NotAllowed("person.protected")
    return found
