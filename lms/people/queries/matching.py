"""What matching needs of the register, in few statements whatever its size."""

from collections.abc import Collection

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from lms.extensions import db
from lms.people.kinds import BirthPrecision
from lms.people.matching import ranks
from lms.people.matching.blocking import Vocabulary
from lms.people.matching.records import Birth, Known, Traits
from lms.people.matching.weights import Model
from lms.people.models import Category, Person, PersonName

MOST_VALUES = 500  # in one statement; databases limit the parameters of one


def vocabulary() -> Vocabulary:
    """Return the names of the register with how many persons bear each, in two statements."""
    names = db.session.execute(
        select(
            PersonName.name_key, func.count(PersonName.person_id.distinct()).label("bearers")
        ).group_by(PersonName.name_key)
    )
    found = Vocabulary({it.name_key: it.bearers for it in names})
    top = aliased(Category)
    kinds = db.session.execute(
        select(func.coalesce(top.code, Category.code), func.count(Person.id))
        .join(Person.category)
        .outerjoin(top, Category.parent_id == top.id)
        .group_by(func.coalesce(top.code, Category.code))
    )
    for kind, count in kinds:
        found.add_kind(kind, count)
    return found


def known_people(
    *, names: Collection[str], numbers: Collection[str], phones: Collection[str]
) -> list[Known]:
    """Return whoever bears one of the names or has one of the numbers, by their number."""
    ids = set(
        db.session.scalars(select(PersonName.person_id).where(PersonName.name_key.in_(names)))
    )
    ids |= set(
        db.session.scalars(
            select(Person.id).where(
                or_(Person.service_number_key.in_(numbers), Person.phone.in_(phones))
            )
        )
    )
    top = aliased(Category)
    people = {}
    for it, kind in db.session.execute(
        select(Person, func.coalesce(top.code, Category.code))
        .join(Person.category)
        .outerjoin(top, Category.parent_id == top.id)
        .where(Person.id.in_(ids))
    ):
        people[it.id] = Known(
            person=it.id,
            seen=[
                Traits(
                    number=it.service_number_key or "",
                    phone=it.phone or "",
                    birth=_birth(it),
                    sex=it.sex,
                    rank=ranks.level(it.rank or ""),
                    kind=kind,
                )
            ],
        )
    for person, name in db.session.execute(
        select(PersonName.person_id, PersonName.name_key).where(PersonName.person_id.in_(ids))
    ):
        if person in people:
            people[person].names.append(name)
    return list(people.values())


def model() -> Model:
    """Return the weights in use."""
    return Model()


def _birth(person: Person) -> Birth | None:
    if person.birth_date is None:
        return None
    return Birth.of(person.birth_date, person.birth_precision or BirthPrecision.DAY)
