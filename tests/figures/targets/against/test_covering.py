from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from lms.accounts.actors import SYSTEM, Actor
from lms.figures import totals
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.targets.against.covering import Covered, covered, undeclared
from lms.figures.totals import Reading
from lms.people.models import Category, Person
from lms.sessions.kinds import PlaceLevel
from tests.factories.figures import FactFactory, StrengthFactory
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import PlaceFactory
from tests.figures.targets.given import NEXT, TRAINER, YEAR

pytestmark = pytest.mark.usefixtures("database")

BOTH = Window(YEAR.first, NEXT.last)
IN_YEAR, IN_NEXT = date(2014, 3, 14), date(2015, 3, 14)


@pytest.fixture
def military() -> Category:
    made: Category = CategoryFactory.create(code="military")
    return made


def strength(category: Category, window: Window = YEAR, **more: object) -> None:
    said = {"unit": "Contingent A", "unit_key": "contingent a", "category": category}
    days = {"period_start": window.first, "period_end": window.last}
    StrengthFactory.create(**said | days | more)


def train(
    category: Category, day: date, *people: Person, unit: str = "CONTINGENT A", **more: object
) -> None:
    for person in people or [PersonFactory.create()]:
        FactFactory.create(
            participation__unit=unit,
            participation__category=category,
            participation__person=person,
            last_day=day,
            **more,
        )


def reading(window: Window = YEAR, actor: Actor = SYSTEM, **more: object) -> Reading:
    return totals.read(scope=replace(Scope(window=window), **more), actor=actor)  # type: ignore[arg-type]  # as given


def shares(found: list[Covered]) -> list[tuple[int, Fraction | None, bool]]:
    return [(it.coverage.persons, it.coverage.share, it.current) for it in found]


def test_persons_of_the_rotation_stand_beside_its_strength(military: Category) -> None:
    strength(military, count=4)
    train(military, IN_YEAR, *PersonFactory.create_batch(3))
    assert shares(covered(reading())) == [(3, Fraction(3, 4), True)]


def test_people_of_another_unit_or_category_are_not_of_it(military: Category) -> None:
    strength(military)
    train(CategoryFactory.create(), IN_YEAR)
    train(military, IN_YEAR, unit="Contingent B")
    train(military, IN_NEXT)
    assert shares(covered(reading())) == [(0, Fraction(0), True)]


def test_people_of_a_part_of_the_category_are_of_it(military: Category) -> None:
    strength(military)
    train(CategoryFactory.create(parent=military), IN_YEAR)
    assert covered(reading())[0].coverage.persons == 1


def test_whoever_came_again_belongs_to_the_later_rotation_alone(military: Category) -> None:
    strength(military)
    strength(military, NEXT)
    person = PersonFactory.create()
    train(military, IN_YEAR, person)
    train(military, IN_NEXT, person)
    found = covered(reading(BOTH))
    assert [(it.strength.window, it.coverage.persons) for it in found] == [(NEXT, 1), (YEAR, 0)]
    assert [it.current for it in found] == [True, False]
    assert covered(reading(YEAR))[0].coverage.persons == 1


def test_a_rotation_still_going_on_is_judged_on_the_day_asked_for(military: Category) -> None:
    strength(military, BOTH)
    train(military, IN_NEXT)
    assert covered(reading(YEAR))[0].coverage.persons == 0
    assert covered(reading(BOTH))[0].coverage.persons == 1


def test_above_the_strength_no_share_is_said(military: Category) -> None:
    strength(military, count=1)
    train(military, IN_YEAR, *PersonFactory.create_batch(2))
    found = covered(reading())[0].coverage
    assert (found.outdated, found.share) == (True, None)


def test_a_rotation_without_a_count_has_people_and_no_share(military: Category) -> None:
    strength(military, count=None)
    train(military, IN_YEAR)
    found = covered(reading())[0].coverage
    assert (found.persons, found.undeclared, found.share) == (1, True, None)


def test_trainers_see_units_stationed_in_their_regions(military: Category) -> None:
    strength(military, region="ML07")
    strength(military, region="ML06", unit="Contingent B", unit_key="contingent b")
    found = covered(reading(actor=TRAINER))
    assert [it.strength.unit for it in found] == ["Contingent A"]


def test_trainers_are_told_of_trainings_in_their_own_regions_alone(military: Category) -> None:
    strength(military, region="ML07", count=4)
    gao, bamako = (
        PlaceFactory.create(level=PlaceLevel.REGION, code=it) for it in ("ML07", "ML10")
    )
    for place, people in ((gao, 1), (bamako, 2)):
        train(military, IN_YEAR, *PersonFactory.create_batch(people), place=place)
    assert shares(covered(reading(actor=TRAINER))) == [(1, Fraction(1, 4), True)]
    gao_alone = reading(regions=frozenset({"ML07"}))
    for everywhere in (reading(), gao_alone):
        assert shares(covered(everywhere)) == [(3, Fraction(3, 4), True)]


def test_units_trained_and_not_declared_are_told_apart(military: Category) -> None:
    strength(military)
    train(military, IN_YEAR)
    train(military, IN_YEAR, *PersonFactory.create_batch(2), unit="Contingent B")
    train(military, IN_YEAR, unit="Contingent C")
    found = [(it.unit, it.persons) for it in undeclared(reading())]
    assert found == [("Contingent B", 2), ("Contingent C", 1)]


def test_of_minors_and_movements_no_unit_is_told_apart() -> None:
    train(CategoryFactory.create(minors=True), IN_YEAR)
    train(CategoryFactory.create(code="armed-movements"), IN_YEAR)
    assert undeclared(reading()) == []


def test_a_unit_declared_elsewhere_is_declared_for_a_trainer_too(military: Category) -> None:
    strength(military, region="ML06")
    train(military, IN_YEAR)
    assert undeclared(reading(actor=TRAINER)) == []
