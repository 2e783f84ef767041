"""Adding persons and reference data to the register."""

from collections.abc import Mapping, Sequence
from datetime import date

import structlog
from sqlalchemy import select

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import RuleBroken
from lms.extensions import db
from lms.people import names, rules, spellings
from lms.people.kinds import AgeGroup, BirthPrecision
from lms.people.models import Category, Organisation, Person, PersonName
from lms.people.values import Identity

YES = "yes"
log = structlog.get_logger(__name__)


class NamelessPerson(RuleBroken):
    """A person needs a surname or a given name."""


class UnknownCategory(RuleBroken):
    """The category does not exist, or is switched off."""


def register(*, identity: Identity, on: date | None = None, actor: Actor) -> Person:
    """Add a person to the register; the system may too. Nobody is looked up first.

    ``on`` is the first day of the session they come to: who is a minor then leaves neither a
    phone number nor a full birth date behind. Raises ``NamelessPerson``, ``UnknownCategory``.
    """
    return register_many(identities=[identity], on=on, actor=actor)[0]


def register_many(
    *, identities: Sequence[Identity], on: date | None = None, actor: Actor
) -> list[Person]:
    """Add persons as ``register`` does, in the same order, with one entry in the trail."""
    require(
        actor,
        "person.register",
        Role.TRAINER,
        Role.UNIT_HEAD,
        Role.ADMINISTRATOR,
        system=True,
    )
    categories = _categories({identity.category_id for identity in identities})
    persons = [_person(it, categories[it.category_id], on) for it in identities]
    db.session.add_all(persons)
    db.session.flush()  # the spellings and the trail need the ids
    db.session.add_all(
        PersonName(
            person_id=person.id,
            surname=person.surname,
            given_names=person.given_names,
            folded_name=person.folded_name,
            name_key=spellings.current().name_key(person.surname, person.given_names),
        )
        for person in persons
    )
    if persons:
        _record(persons, actor)
    return persons


def add_spelling(*, person: Person, surname: str, given_names: str, actor: Actor) -> None:
    """Remember how a list wrote the name of a person known already; the system may too."""
    require(
        actor, "person.register", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True
    )
    known = db.session.execute(
        select(PersonName.surname, PersonName.given_names).where(PersonName.person_id == person.id)
    )
    if (surname, given_names) in {tuple(row) for row in known}:
        return
    db.session.add(
        PersonName(
            person_id=person.id,
            surname=surname,
            given_names=given_names,
            folded_name=names.folded_name(surname, given_names),
            name_key=spellings.current().name_key(surname, given_names),
        )
    )
    audit.record("person:spelling_added", f"person:{person.id}", actor=actor)


def load_reference(
    *,
    categories: Sequence[Mapping[str, str]],
    organisations: Sequence[Mapping[str, str]],
    actor: Actor,
) -> None:
    """Add the shipped categories and organisations that are missing, parents first.

    The system alone does so. What a unit has renamed or switched off since stays as it is.
    """
    require(actor, "reference.load", system=True)
    known = {it.code: it for it in db.session.scalars(select(Category))}
    missing = [row for row in categories if row["code"] not in known]
    for position, row in enumerate(categories, start=1):
        if row in missing:
            known[row["code"]] = category = _category(row, known, position)
            db.session.add(category)
    codes = set(db.session.scalars(select(Organisation.code)))
    added = [Organisation(**row) for row in organisations if row["code"] not in codes]
    db.session.add_all(added)
    db.session.flush()  # whoever loads more looks them up
    if missing or added:
        changes = {"categories": len(missing), "organisations": len(added)}
        audit.record("reference:loaded", "category", changes=changes, actor=actor)


def _category(row: Mapping[str, str], known: Mapping[str, Category], position: int) -> Category:
    return Category(
        code=row["code"],
        parent=known[row["parent"]] if row["parent"] else None,
        label_fr=row["label_fr"].replace("'", "’"),
        label_en=row["label_en"].replace("'", "’"),
        minors=row["minors"] == YES,
        active=row["active"] == YES,
        position=position,
    )


def _record(persons: Sequence[Person], actor: Actor) -> None:
    ids = [person.id for person in persons]
    audit.record(
        "person:registered",
        f"person:{ids[0]}",
        changes={"ids": ids} if len(ids) > 1 else None,
        actor=actor,
    )
    log.info("person.registered", ids=len(ids), actor_kind=actor.kind, actor_id=actor.id)


def _categories(ids: set[int]) -> dict[int, Category]:
    found = db.session.scalars(select(Category).where(Category.id.in_(ids)))
    categories = {it.id: it for it in found}
    if len(categories) < len(ids):
        raise UnknownCategory("category")
    return categories


def _person(identity: Identity, category: Category, on: date | None) -> Person:
    surname, given_names = identity.surname.strip(), identity.given_names.strip()
    if not surname and not given_names:
        raise NamelessPerson("person")
    birth_date, precision = _birth(identity)
    minor = _minor(birth_date, category, on)
    if minor and birth_date and on:
        # Of a child no more is kept than the age at which they came.
        birth_date, precision = rules.birth_of_age(rules.age(birth_date, on), on)
    number = identity.service_number
    nameless = _top(category).code == rules.NAMELESS
    return Person(
        surname=surname,
        given_names=given_names,
        folded_name=names.folded_name(surname, given_names),
        sort_name=names.sort_name(surname, given_names),
        sex=identity.sex,
        birth_date=birth_date,
        birth_precision=precision,
        phone=None if minor else identity.phone,
        service_number=number,
        service_number_key=(rules.service_number_key(number) or None) if number else None,
        rank=identity.rank,
        unit=None if nameless else identity.unit,
        category_id=identity.category_id,
        organisation_id=None if nameless else identity.organisation_id,
    )


def _top(category: Category) -> Category:
    return category.parent or category


def _birth(identity: Identity) -> tuple[date | None, BirthPrecision | None]:
    if identity.birth_date is None:
        return None, None
    precision = identity.birth_precision or BirthPrecision.DAY
    return rules.stored_birth(identity.birth_date, precision), precision


def _minor(birth_date: date | None, category: Category, on: date | None) -> bool:
    if on is None:
        return category.minors
    group = rules.age_group(birth_date=birth_date, minors_category=category.minors, day=on)
    return group is AgeGroup.MINOR
