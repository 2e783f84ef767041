"""What is told of the totals before two records are said to be one person (R14)."""

import pytest

from lms.accounts.actors import SYSTEM, Role
from lms.errors import NotAllowed
from lms.figures.merging import effect
from lms.people.models import Person
from tests.factories.accounts import UserFactory
from tests.factories.people import CategoryFactory, PersonFactory
from tests.figures.given import session_with

pytestmark = pytest.mark.usefixtures("database")


def two() -> tuple[Person, Person]:
    category = CategoryFactory.create()
    return PersonFactory.create(category=category), PersonFactory.create(category=category)


def test_the_effect_is_told_before() -> None:
    one, other = two()
    session_with({one: "PPP"})
    session_with({other: "PPP"})
    session_with({PersonFactory.create(category=one.category): "PPP"})
    lines = effect(one.id, other.id, SYSTEM)
    assert [(it.category, it.before, it.after) for it in lines] == [
        (None, 3, 2),
        (one.category, 3, 2),
    ]


def test_of_two_categories_the_whole_alone_changes() -> None:
    """Whoever was trained in two categories counts once in each of them."""
    one, other = PersonFactory.create(), PersonFactory.create()
    session_with({one: "PPP"})
    session_with({other: "PPP"})
    lines = effect(one.id, other.id, SYSTEM)
    assert [(it.category, it.before, it.after) for it in lines] == [(None, 2, 1)]


def test_categories_below_one_are_told_as_that_one() -> None:
    top = CategoryFactory.create()
    one, other = (
        PersonFactory.create(category=CategoryFactory.create(parent=top)) for _ in range(2)
    )
    session_with({one: "PPP"})
    session_with({other: "PPP"})
    lines = effect(one.id, other.id, SYSTEM)
    assert [(it.category, it.before, it.after) for it in lines] == [(None, 2, 1), (top, 2, 1)]


def test_whoever_counts_once_anyway_changes_nothing() -> None:
    one, other = two()
    session_with({one: "PPP"})
    assert effect(one.id, other.id, SYSTEM) == []


def test_whoever_may_not_decide_is_told_no_effect() -> None:
    one, other = two()
    with pytest.raises(NotAllowed):
        effect(one.id, other.id, UserFactory.create(role=Role.TRAINER).actor)
