"""What SQL says of a person is what the rule says."""

from datetime import date

import pytest
from sqlalchemy import select

from lms.extensions import db
from lms.people.models import Person
from lms.people.queries import protection
from lms.people.rules import protected
from tests.factories.people import CategoryFactory, PersonFactory

pytestmark = pytest.mark.usefixtures("database")
DAY = date(2014, 3, 20)
CODES = ("civil-society", "armed-movements", "malian-forces", "childrens-parliament")
BORN = (None, date(1980, 1, 1), date(1996, 3, 20), date(1996, 3, 21))


def test_sql_and_rule_say_the_same_of_everybody() -> None:
    for code in CODES:
        top = CategoryFactory.create(code=code, minors=code == "childrens-parliament")
        child = CategoryFactory.create(parent=top, minors=top.minors)
        for category in (top, child):
            for born in BORN:
                PersonFactory.create(category=category, birth_date=born)
    guard = protection.guard(DAY)
    rows = db.session.execute(select(Person, guard.condition(Person))).all()
    assert len(rows) == 2 * len(CODES) * len(BORN)
    for person, hidden in rows:
        said = protected(
            birth_date=person.birth_date,
            minors_category=person.category.minors,
            top_category=(person.category.parent or person.category).code,
            day=DAY,
        )
        told = (bool(hidden), guard.protects(person), protection.protected(person, day=DAY))
        assert told == (said, said, said), (person.category.code, person.birth_date)
