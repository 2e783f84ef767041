"""Whose name gives way to a pseudonym outside the session's own page (DOMAIN 7)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import joinedload
from sqlalchemy.orm.util import AliasedClass

from lms.extensions import db
from lms.people import rules
from lms.people.models import Category, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Tells of any record whether it is protected on one day."""

    unknown_age: frozenset[int]
    """Categories in which whoever has no birth date is protected."""
    nameless: frozenset[int]
    latest_adult_birth: date

    def protects(self, person: Person) -> bool:
        """Tell whether the record stands under a pseudonym, for the unit head alone."""
        if person.category_id in self.nameless:
            return True
        if person.birth_date is None:
            return person.category_id in self.unknown_age
        return person.birth_date > self.latest_adult_birth

    def condition(self, person: type[Person] | AliasedClass[Person]) -> ColumnElement[bool]:
        """Say in SQL what ``protects`` says."""
        return or_(
            person.category_id.in_(self.nameless),
            and_(person.birth_date.is_(None), person.category_id.in_(self.unknown_age)),
            and_(
                person.birth_date.is_not(None),
                person.birth_date > self.latest_adult_birth,
            ),
        )


def guard(today: date) -> Guard:
    """Return what protects records on ``today``, in one statement."""
    categories = db.session.scalars(select(Category).options(joinedload(Category.parent))).all()
    return Guard(
        unknown_age=frozenset(it.id for it in categories if _protected(it, today)),
        nameless=frozenset(it.id for it in categories if _top(it).code == rules.NAMELESS),
        latest_adult_birth=rules.latest_adult_birth(today),
    )


def protected(person: Person, *, day: date, category: Category | None = None) -> bool:
    """Say what ``rules.protected`` says of one person; ``category`` is theirs then, else now."""
    held = category or person.category
    return rules.protected(
        birth_date=person.birth_date,
        minors_category=held.minors,
        top_category=_top(held).code,
        day=day,
    )


def _protected(category: Category, today: date) -> bool:
    return rules.protected(
        birth_date=None,
        minors_category=category.minors,
        top_category=_top(category).code,
        day=today,
    )


def _top(category: Category) -> Category:
    return category.parent or category
