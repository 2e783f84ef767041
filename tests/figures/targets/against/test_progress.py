from datetime import date

import pytest

from lms.accounts.actors import SYSTEM, Actor
from lms.figures import totals
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.counting.values import Count
from lms.figures.targets.against.progress import Goals, goals
from tests.factories.figures import FactFactory, HeadcountFactFactory, TargetFactory
from tests.factories.people import CategoryFactory, PersonFactory, SuggestionFactory
from tests.factories.sessions import PlaceFactory
from tests.figures.targets.given import LATER, NOW, TRAINER, YEAR

pytestmark = pytest.mark.usefixtures("database")

QUARTER = Window(date(2014, 1, 1), date(2014, 3, 31))
MARCH, MAY = date(2014, 3, 14), date(2014, 5, 14)


def found(window: Window = YEAR, actor: Actor = SYSTEM, **more: object) -> list[Goals]:
    scope = Scope(window=window, **more)  # type: ignore[arg-type]  # as given
    return goals(totals.read(scope=scope, actor=actor))


def counts(shown: Goals) -> list[int]:
    return [it.count.value for it in shown.progress]


def test_without_targets_nothing_is_compared() -> None:
    FactFactory.create(last_day=MARCH)
    assert found() == []


def test_each_category_is_counted_with_its_parts_and_all_of_them_once() -> None:
    forces = CategoryFactory.create()
    army = CategoryFactory.create(parent=forces)
    TargetFactory.create(category=forces)
    TargetFactory.create(category=None)
    person = PersonFactory.create()
    for category in (forces, army, CategoryFactory.create()):
        FactFactory.create(
            participation__category=category, participation__person=person, last_day=MARCH
        )
    assert counts(found()[0]) == [1, 1]


def test_a_target_is_compared_with_its_own_days_whatever_is_asked_for() -> None:
    TargetFactory.create(category=None)
    TargetFactory.create(category=None, period_start=QUARTER.first, period_end=QUARTER.last)
    FactFactory.create(last_day=MARCH)
    FactFactory.create(last_day=MAY)
    shown = found(QUARTER)
    assert [(it.window, counts(it)) for it in shown] == [(QUARTER, [1]), (YEAR, [2])]


def test_measures_are_never_in_one_group() -> None:
    TargetFactory.create(category=None)
    TargetFactory.create(category=None, measure=Measure.PARTICIPATIONS)
    person = PersonFactory.create()
    for _ in range(2):
        FactFactory.create(participation__person=person, last_day=MARCH)
    assert [(it.measure, counts(it)) for it in found()] == [
        (Measure.PERSONS_TRAINED, [1]),
        (Measure.PARTICIPATIONS, [2]),
    ]


def test_at_least_stays_at_least() -> None:
    fact = HeadcountFactFactory.create(headcount__at_least=True, last_day=MARCH)
    TargetFactory.create(category=fact.category, measure=Measure.HEADCOUNT_SENSITIZED)
    assert found()[0].progress[0].count == Count(fact.count, at_least=True)


def test_a_target_of_nobody_counted_is_at_zero() -> None:
    TargetFactory.create()
    assert found()[0].progress[0].count == Count(0)


def test_who_has_no_target_is_told_apart_and_in_no_share() -> None:
    forces = CategoryFactory.create()
    TargetFactory.create(category=CategoryFactory.create(parent=forces))
    other = FactFactory.create(last_day=MARCH)
    FactFactory.create(participation__category=forces, last_day=MARCH)
    assert found()[0].apart == {other.category.code: Count(1)}


def test_a_region_counts_what_happened_there() -> None:
    gao = PlaceFactory.create(code="ML07")
    TargetFactory.create(category=None, region="ML07")
    FactFactory.create(last_day=MARCH, place=gao)
    FactFactory.create(last_day=MARCH)
    shown = found()[0]
    assert counts(shown) == [1]
    assert shown.apart == {}


def test_trainers_see_the_targets_of_their_regions_alone() -> None:
    PlaceFactory.create(code="ML07")
    for region in ("ML07", "ML06", ""):
        TargetFactory.create(category=None, region=region)
    shown = found(actor=TRAINER)
    assert [it.target.region for goal in shown for it in goal.progress] == ["ML07"]


def test_a_count_to_be_checked_says_between_which_numbers_it_lies() -> None:
    TargetFactory.create(category=None)
    one, other = (FactFactory.create(last_day=MARCH).person for _ in range(2))
    SuggestionFactory.create(person=one, candidate=other)
    between = found()[0].progress[0].range
    assert between is not None
    assert (between.lowest, between.highest) == (1, 2)


def test_a_past_day_shows_the_target_and_the_count_of_then() -> None:
    TargetFactory.create(category=None, recorded_at=NOW, withdrawn_at=LATER)
    FactFactory.create(last_day=MARCH, recorded_at=NOW)
    FactFactory.create(last_day=MARCH, recorded_at=LATER)
    assert counts(found(as_of=NOW)[0]) == [1]
    assert found(as_of=LATER) == []
