"""Persons, categories and organisations of the register."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import NotFound
from lms.extensions import db
from lms.lib.portions import portions
from lms.people import names, rules
from lms.people.kinds import AgeGroup, Sex
from lms.people.models import Category, Organisation, Person
from lms.people.queries import identity, protection
from lms.people.queries.searching import meant

PAGE_SIZE = 50
MOST_NUMBERS = 500  # in one statement; databases limit the parameters of one


class Order(StrEnum):
    """How the register is sorted."""

    NAME = "name"
    CATEGORY = "category"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is asked of the register.

    ``words`` are looked for in all spellings of names, in phone and service numbers; a category
    holds its children.
    """

    words: str = ""
    category_id: int | None = None
    order: Order = Order.NAME
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One line of the register; a protected person stands under a pseudonym."""

    id: int
    shown_name: str
    protected: bool
    sex: Sex
    age_group: AgeGroup
    category: Category
    rank: str
    unit: str
    service_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """One page of the register; ``total`` counts all that was asked for."""

    lines: Sequence[PersonLine]
    total: int
    page: int
    pages: int


def category(code: str) -> Category:
    """Return the category with that code. Raises ``NotFound``."""
    found = db.session.scalar(select(Category).where(Category.code == code))
    if found is None:
        raise NotFound(f"category:{code}")
    return found


def category_by_id(category_id: int) -> Category:
    """Return the category with that number. Raises ``NotFound``."""
    found = db.session.get(Category, category_id)
    if found is None:
        raise NotFound(f"category:{category_id}")
    return found


def categories(*, with_inactive: bool = False) -> Sequence[Category]:
    """Return the categories with their parents, each parent before its children."""
    query = select(Category).options(joinedload(Category.parent)).order_by(Category.position)
    if not with_inactive:
        query = query.where(Category.active)
    return db.session.scalars(query).all()


def organisations() -> Sequence[Organisation]:
    """Return the active organisations in the order of the shipped list."""
    return db.session.scalars(
        select(Organisation).where(Organisation.active).order_by(Organisation.id)
    ).all()


def person(person_id: int) -> Person:
    """Return a person with their category. Raises ``NotFound``."""
    found = db.session.get(Person, person_id, options=[joinedload(Person.category)])
    if found is None:
        raise NotFound(f"person:{person_id}")
    return found


def by_service_number(numbers: Iterable[str]) -> dict[str, list[Person]]:
    """Return who has one of the numbers, by ``rules.service_number_key``, first come first.

    Separators, case and leading zeros make no difference; a number that a merged record had is
    that of the record that stands for the person (R14).
    """
    keys = sorted({rules.service_number_key(number) for number in numbers} - {""})
    found: dict[str, list[Person]] = defaultdict(list)
    for some in portions(keys, MOST_NUMBERS):
        persons = db.session.scalars(
            select(Person).where(Person.service_number_key.in_(some)).order_by(Person.id)
        )
        for key, it in _by_number(persons.all()):
            if it not in found[key]:
                found[key].append(it)
    return dict(found)


def _by_number(persons: Sequence[Person]) -> list[tuple[str, Person]]:
    """Return the record that stands for each person, with the number by which it was found."""
    root_of = identity.roots(it.id for it in persons)
    merged = {root for person_id, root in root_of.items() if root != person_id}
    known = {it.id: it for it in persons}
    known |= {it.id: it for it in db.session.scalars(select(Person).where(Person.id.in_(merged)))}
    return [(it.service_number_key or "", known[root_of[it.id]]) for it in persons]


def register_page(*, search: Search, today: date, actor: Actor) -> RegisterPage:
    """Return a page of the register; unit heads and administrators only.

    Whoever is shown by a pseudonym is found neither by a name nor by a number.
    """
    require(actor, "person.list", Role.UNIT_HEAD, Role.ADMINISTRATOR)
    hidden = or_(protection.guard(today).condition(Person), Person.erased_at.is_not(None))
    asked = _narrowed(select(Person).join(Person.category), search, hidden)
    total = db.session.scalar(select(func.count()).select_from(asked.subquery())) or 0
    pages = max(-(-total // PAGE_SIZE), 1)
    page = min(max(search.page, 1), pages)
    rows = db.session.execute(
        asked.add_columns(hidden.label("protected"))
        .options(contains_eager(Person.category).joinedload(Category.parent))
        .order_by(*_order(search.order, hidden))
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    )
    lines = [_line(it, protected=protected, today=today) for it, protected in rows]
    return RegisterPage(lines=lines, total=total, page=page, pages=pages)


def _narrowed(
    query: Select[Person], search: Search, hidden: ColumnElement[bool]
) -> Select[Person]:
    if search.category_id is not None:
        within = (Category.id == search.category_id, Category.parent_id == search.category_id)
        query = query.where(or_(*within))
    if names.plain(search.words):
        query = query.where(~hidden, meant(search.words))
    return query.where(Person.merged_into_id.is_(None), Person.withdrawn_at.is_(None))


def _order(order: Order, hidden: ColumnElement[bool]) -> list[ColumnElement[Any]]:
    # By name only where it is shown: an order by hidden names would tell them.
    shown = case((hidden, ""), else_=Person.sort_name)
    by_name: list[ColumnElement[Any]] = [hidden, shown, Person.id.expression]
    if order is Order.NEWEST:
        return [Person.id.desc()]
    if order is Order.CATEGORY:
        return [Category.position.expression, *by_name]
    return by_name


def _line(it: Person, *, protected: bool, today: date) -> PersonLine:
    group = rules.age_group(
        birth_date=it.birth_date, minors_category=it.category.minors, day=today
    )
    return PersonLine(
        id=it.id,
        shown_name=names.pseudonym(it.id)
        if protected
        else names.display(it.surname, it.given_names),
        protected=protected,
        sex=it.sex,
        age_group=group,
        category=it.category,
        rank="" if protected else it.rank or "",
        unit="" if protected else it.unit or "",
        service_number="" if protected else it.service_number or "",
    )
