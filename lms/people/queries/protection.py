"""Whose name gives way to a pseudonym outside the session's own page, said in SQL."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import aliased

from lms.people import rules
from lms.people.models import Category, Person

TOP = aliased(Category)
"""The category above a person's own."""


def hidden(today: date) -> ColumnElement[bool]:
    """Say what ``rules.protected`` says, of a ``Person`` joined with their ``Category``."""
    unknown = Person.birth_date.is_(None)
    tops = select(TOP.id).where(TOP.code.in_(rules.PROTECTED_IF_AGE_UNKNOWN))
    named_none = select(TOP.id).where(TOP.code == rules.NAMELESS)
    # Of a category without a parent, IN alone would say neither yes nor no.
    child = Category.parent_id.is_not(None)
    cautious = or_(
        Category.code.in_(rules.PROTECTED_IF_AGE_UNKNOWN),
        and_(child, Category.parent_id.in_(tops)),
    )
    return or_(
        Category.code == rules.NAMELESS,
        and_(child, Category.parent_id.in_(named_none)),
        and_(unknown, or_(Category.minors, cautious)),
        and_(~unknown, Person.birth_date > rules.latest_adult_birth(today)),
    )
