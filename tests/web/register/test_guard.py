from datetime import date

import pytest
from sqlalchemy import select

from lms.accounts.actors import Actor
from lms.errors import NotAllowed
from lms.extensions import db
from lms.people.models import Person
from lms.people.queries.protection import guard
from lms.web.register.guard import require_reader, require_seen
from tests.factories.people import CategoryFactory, PersonFactory
from tests.web.register.given import ADMINISTRATOR, CHILD, HEAD, TODAY, TRAINER, armed

pytestmark = pytest.mark.usefixtures("database")


def everybody() -> dict[str, Person]:
    """Return people of every kind that the guard tells apart."""
    children = CategoryFactory.create(minors=True)
    society = CategoryFactory.create(code="civil-society")
    below = CategoryFactory.create(parent=society)
    movement = armed()
    return {
        "adult": PersonFactory.create(birth_date=date(1980, 1, 1)),
        "of unknown age": PersonFactory.create(),
        "child": PersonFactory.create(birth_date=CHILD),
        "of a category of minors": PersonFactory.create(category=children),
        "of age in a category of minors": PersonFactory.create(
            category=children, birth_date=date(1980, 1, 1)
        ),
        "of civil society": PersonFactory.create(category=society),
        "below civil society": PersonFactory.create(category=below),
        "adult of civil society": PersonFactory.create(
            category=society, birth_date=date(1980, 1, 1)
        ),
        "adult of a movement": PersonFactory.create(
            category=movement, birth_date=date(1980, 1, 1)
        ),
    }


def test_minors_and_whose_age_must_not_be_guessed_are_protected() -> None:
    people = everybody()
    protects = guard(TODAY)
    assert {name for name, it in people.items() if protects.protects(it)} == {
        "child",
        "of a category of minors",
        "of civil society",
        "below civil society",
        "adult of a movement",
    }


def test_the_database_says_the_same() -> None:
    people = everybody()
    protects = guard(TODAY)
    found = set(db.session.scalars(select(Person.id).where(protects.condition(Person))))
    assert found == {it.id for it in people.values() if protects.protects(it)}


@pytest.mark.parametrize("actor", [HEAD, ADMINISTRATOR])
def test_unit_heads_and_administrators_decide(actor: Actor) -> None:
    require_reader(actor)


def test_trainers_never_decide() -> None:
    with pytest.raises(NotAllowed):
        require_reader(TRAINER)


def test_a_protected_record_is_for_the_unit_head_alone() -> None:
    child = PersonFactory.create(birth_date=CHILD)
    require_seen([child], TODAY, HEAD)
    with pytest.raises(NotAllowed):
        require_seen([child], TODAY, ADMINISTRATOR)
