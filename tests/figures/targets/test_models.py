import pytest
from sqlalchemy.exc import IntegrityError

from lms.extensions import db
from tests.factories.figures import StrengthFactory, TargetFactory
from tests.factories.people import CategoryFactory
from tests.figures.targets.given import NOW

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize("category", [True, False])
def test_one_thing_is_aimed_at_once_as_long_as_it_holds(category: bool) -> None:
    whom = CategoryFactory.create() if category else None
    first = TargetFactory.create(category=whom)
    with pytest.raises(IntegrityError):
        TargetFactory.create(category=whom, count=50)
    db.session.rollback()
    first.withdrawn_at = NOW
    db.session.commit()
    assert TargetFactory.create(category=whom, count=50).id


def test_a_rotation_begins_once_as_long_as_it_holds() -> None:
    first = StrengthFactory.create()
    same = {"category": first.category, "unit": "CONTINGENT", "unit_key": first.unit_key}
    with pytest.raises(IntegrityError):
        StrengthFactory.create(**same)
    db.session.rollback()
    first.withdrawn_at = NOW
    db.session.commit()
    assert StrengthFactory.create(**same).id


@pytest.mark.parametrize("factory", [TargetFactory, StrengthFactory])
@pytest.mark.parametrize("count", [0, -1])
def test_nobody_is_aimed_at_and_no_unit_is_empty(
    factory: type[TargetFactory | StrengthFactory], count: int
) -> None:
    with pytest.raises(IntegrityError):
        factory.create(count=count)


def test_what_a_row_says_is_what_was_said() -> None:
    target, strength = TargetFactory.create(region="ML07"), StrengthFactory.create(count=None)
    assert (target.given.count, target.given.region) == (40, "ML07")
    assert (strength.given.unit, strength.given.count) == (strength.unit, None)
    assert (target.tag, strength.tag) == (f"target:{target.id}", f"strength:{strength.id}")
