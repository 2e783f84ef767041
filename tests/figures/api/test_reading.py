from datetime import date

import pytest
from flask import Flask

from lms import clock
from lms.accounts.actors import Role
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures.api import reading
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from tests.factories.accounts import UserFactory
from tests.factories.figures import FactFactory
from tests.factories.people import CategoryFactory
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("database")

SCOPE = Scope(window=Window(date(2000, 1, 1), date(2030, 1, 1)))


def asked(role: Role, limit: int = 10) -> int:
    """Return how many facts somebody of a role gets."""
    actor = UserFactory.create(role=role).actor
    found = reading.facts(scope=SCOPE, now=clock.now(), after=0, limit=limit, actor=actor)[1]
    return len([(it.category.code, it.place.code, it.course.code) for it in found])


@pytest.mark.parametrize("role", [Role.TRAINER, Role.PARTICIPANT])
def test_facts_are_for_those_who_answer_for_them(role: Role) -> None:
    with pytest.raises(NotAllowed):
        asked(role)


def test_one_more_than_asked_for_says_that_there_is_a_next_page() -> None:
    FactFactory.create_batch(4)
    assert asked(Role.UNIT_HEAD, limit=2) == 3
    assert asked(Role.UNIT_HEAD, limit=4) == 4


def test_a_page_takes_as_many_statements_whatever_its_length(app: Flask) -> None:
    FactFactory.create_batch(6)
    db.session.remove()
    with counted(app) as few:
        asked(Role.UNIT_HEAD, limit=1)
    db.session.remove()
    with counted(app) as many:
        asked(Role.UNIT_HEAD, limit=6)
    assert len(few) == len(many)


def test_categories_stand_in_the_order_of_the_tables() -> None:
    last = CategoryFactory.create(position=9)
    first = CategoryFactory.create(position=1)
    assert [*reading.categories(after=0, limit=5)] == [first, last]
    assert [*reading.categories(after=1, limit=5)] == [last]


def test_a_pseudonym_is_the_same_for_one_token_and_another_for_the_next() -> None:
    assert reading.pseudonym(7, 1) == reading.pseudonym(7, 1)
    different = {reading.pseudonym(7, 1), reading.pseudonym(7, 2), reading.pseudonym(8, 1)}
    assert len(different) == 3
    assert all(it.startswith("P-") and len(it) == 18 for it in different)
