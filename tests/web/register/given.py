"""Records and doubts as the tests of the register need them, and who looks at them."""

from datetime import date

from lms.accounts.actors import Actor, ActorKind, Role
from lms.extensions import db
from lms.people.models import Category, Merge, Person
from tests.factories.people import CategoryFactory, MergeFactory

HEAD = Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD)
ADMINISTRATOR = Actor(kind=ActorKind.USER, id=2, role=Role.ADMINISTRATOR)
TRAINER = Actor(kind=ActorKind.USER, id=3, role=Role.TRAINER)
TODAY = date(2026, 1, 1)
CHILD = date(2020, 1, 1)


def armed() -> Category:
    """Return the category in which nobody is named."""
    made: Category = CategoryFactory.create(code="armed-movements")
    return made


def merged(record: Person, into: Person) -> Merge:
    """Let one record point to another, as a merge leaves them."""
    made: Merge = MergeFactory.create(merged=record, survivor=into)
    record.merged_into_id = into.id
    db.session.commit()
    return made
