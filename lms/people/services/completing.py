"""Adding to somebody known what a list says of them and the register did not know."""

from datetime import date

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.people import rules
from lms.people.kinds import AgeGroup, Sex
from lms.people.models import Category, Person
from lms.people.values import Identity

LATEST = ("rank", "unit")
"""What is kept as last known."""


def complete(*, person: Person, identity: Identity, on: date, actor: Actor) -> dict[str, object]:
    """Fill what was blank, keep rank and unit as last known; the system may too.

    Returns the fields changed with what they held, for whoever takes the list back. Of a minor on
    ``on`` neither a phone nor a birth date is added.
    """
    require(
        actor, "person.register", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True
    )
    minor = (
        rules.age_group(
            birth_date=person.birth_date or identity.birth_date,
            minors_category=person.category.minors,
            day=on,
        )
        is AgeGroup.MINOR
    )
    told = _told(identity, minor=minor, numbered=person.service_number is not None)
    if any(rules.NAMELESS in _codes(it) for it in (identity.category_id, person.category_id)):
        del told["unit"]  # what they belong to is kept nowhere (DOMAIN 7)
    changed: dict[str, object] = {}
    for field, value in told.items():
        before = getattr(person, field)
        blank = before in {None, Sex.UNSPECIFIED}
        if value and value != before and (blank or field in LATEST):
            changed[field] = before
            setattr(person, field, value)
    if changed:
        audit.record(
            "person:completed",
            f"person:{person.id}",
            changes={"fields": sorted(changed)},
            actor=actor,
        )
    return changed


def take_back(*, person: Person, changed: dict[str, object], actor: Actor) -> None:
    """Put back what ``complete`` had found; the trail says so."""
    require(
        actor, "person.register", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True
    )
    for field, before in changed.items():
        setattr(person, field, before)
    if changed:
        audit.record(
            "person:completion_undone",
            f"person:{person.id}",
            changes={"fields": sorted(changed)},
            actor=actor,
        )


def _codes(category_id: int) -> set[str]:
    category = db.session.get_one(Category, category_id)
    return {category.code, (category.parent or category).code}


def _told(identity: Identity, *, minor: bool, numbered: bool) -> dict[str, object]:
    told: dict[str, object] = {
        "sex": None if identity.sex is Sex.UNSPECIFIED else identity.sex,
        "rank": identity.rank,
        "unit": identity.unit,
    }
    if identity.service_number and not numbered:
        told["service_number"] = identity.service_number
        told["service_number_key"] = rules.service_number_key(identity.service_number) or None
    if not minor:
        told["phone"] = identity.phone
        if identity.birth_date and identity.birth_precision:
            told["birth_date"] = rules.stored_birth(identity.birth_date, identity.birth_precision)
            told["birth_precision"] = identity.birth_precision
    return told
