"""What matching needs of the register, in few statements whatever its size."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Row as Line, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from lms.extensions import db
from lms.lib.portions import portions
from lms.people.kinds import BirthPrecision, Verdict
from lms.people.matching import ranks
from lms.people.matching.blocking import Vocabulary
from lms.people.matching.learning import Decided, taught
from lms.people.matching.levels import Field
from lms.people.matching.records import Birth, Known, Traits
from lms.people.matching.weights import Model
from lms.people.models import Category, Person, PersonName, Suggestion
from lms.people.queries import identity

MOST_VALUES = 500  # in one statement; databases limit the parameters of one
TOP = aliased(Category)
KIND = func.coalesce(TOP.code, Category.code)
HERE = (Person.withdrawn_at.is_(None), Person.erased_at.is_(None))
RECORDS: Any = (
    select(
        Person.id,
        Person.service_number_key,
        Person.phone,
        Person.birth_date,
        Person.birth_precision,
        Person.sex,
        Person.rank,
        KIND.label("kind"),
        PersonName.name_key,
    )
    .join(Person.category)
    .outerjoin(TOP, Category.parent_id == TOP.id)
    .outerjoin(PersonName, PersonName.person_id == Person.id)
    .where(*HERE)
)


def vocabulary() -> Vocabulary:
    """Return the names of the register with how many persons bear each."""
    names = db.session.execute(
        select(PersonName.name_key, func.count().label("bearers"))
        .join(Person, PersonName.person_id == Person.id)
        .where(*HERE)
        .group_by(PersonName.name_key)
    )
    found = Vocabulary({it.name_key: it.bearers for it in names})
    for kind, persons in db.session.execute(
        select(KIND, func.count(Person.id))
        .join(Person.category)
        .outerjoin(TOP, Category.parent_id == TOP.id)
        .where(*HERE, Person.merged_into_id.is_(None))
        .group_by(KIND)
    ):
        found.add_kind(kind, persons)
    return found


def known_people(
    *, names: Collection[str], numbers: Collection[str], phones: Collection[str]
) -> list[Known]:
    """Return whoever bears one of the names or has one of the numbers or phones.

    One line a person, with all that their records say, the latest record last.
    """
    ids = {
        *_ids(select(PersonName.person_id), PersonName.name_key, names),
        *_ids(select(Person.id), Person.service_number_key, numbers),
        *_ids(select(Person.id), Person.phone, phones),
    }
    known = identity.pointers()
    root_of = {it: identity.end_of(it, known) for it in ids | set(known)}
    roots = {root_of[it] for it in ids}
    records = roots | {it for it in known if root_of[it] in roots}
    return _people(records, root_of)


def decided() -> list[Decided]:
    """Return what people decided about pairs that matching had weighed, oldest first."""
    rows = db.session.execute(
        select(Suggestion.evidence, Suggestion.likelihood, Suggestion.verdict)
        .where(Suggestion.verdict.in_((Verdict.SAME, Verdict.DIFFERENT)))
        .order_by(Suggestion.id)
    )
    return [
        Decided(
            pattern=tuple(str(it.evidence.get(field, "")) for field in Field),
            likelihood=it.likelihood / 1000,
            same=it.verdict is Verdict.SAME,
        )
        for it in rows
    ]


def model() -> Model:
    """Return the weights in use, with what decisions have taught."""
    return Model(taught=taught(decided()))


def _people(records: Collection[int], root_of: Mapping[int, int]) -> list[Known]:
    lines = _rows(RECORDS, Person.id, records)
    people: dict[int, Known] = {}
    last = 0
    for it in sorted(lines, key=lambda it: (it.id, it.name_key or "")):
        root = root_of.get(it.id, it.id)
        known = people.setdefault(root, Known(person=root))
        if it.name_key and it.name_key not in known.names:
            known.names.append(it.name_key)
        if it.id != last:
            known.seen.append(_traits(it))
        last = it.id
    return list(people.values())


def _traits(it: Line[Any]) -> Traits:
    return Traits(
        number=it.service_number_key or "",
        phone=it.phone or "",
        birth=Birth.of(it.birth_date, it.birth_precision or BirthPrecision.DAY)
        if it.birth_date
        else None,
        sex=it.sex,
        rank=ranks.level(it.rank or ""),
        kind=it.kind,
    )


def _ids(
    query: Select[int], column: InstrumentedAttribute[Any], values: Collection[str]
) -> set[int]:
    return {int(it[0]) for it in _rows(query, column, values)}


def _rows(
    query: Select[Any],
    column: InstrumentedAttribute[Any],
    values: Collection[Any],
) -> Iterator[Line[Any]]:
    """Return the rows whose column has one of the values, some values at a time."""
    for some in portions(sorted(values), MOST_VALUES):
        yield from db.session.execute(query.where(column.in_(some)))
