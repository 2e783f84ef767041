"""Nobody works out a small number of one region from the files of the others and of all."""

from collections.abc import Mapping
from datetime import date

import pytest

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.release import gate
from lms.figures.release.cells import ReleasedTable
from lms.people.models import Category
from lms.sessions.kinds import PlaceLevel
from lms.sessions.models import Place
from tests.factories.figures import HeadcountFactFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import PlaceFactory

pytestmark = pytest.mark.usefixtures("database")
MARCH = Window(date(2014, 3, 1), date(2014, 3, 31))
HEADS = Measure.HEADCOUNT_SENSITIZED


def given(counts: Mapping[str, Mapping[str, int]]) -> None:
    """Store headcounts by region and category."""
    places = {code: PlaceFactory.create(code=code, level=PlaceLevel.REGION) for code in counts}
    codes = sorted({code for those in counts.values() for code in those})
    categories = {code: CategoryFactory.create(code=code) for code in codes}
    for region, those in counts.items():
        for code, count in those.items():
            heads(places[region], categories[code], count)


def heads(place: Place, category: Category, count: int) -> None:
    HeadcountFactFactory.create(
        place=place, category=category, last_day=MARCH.first, count=count, at_least=False
    )


def file_of(*regions: str) -> ReleasedTable:
    scope = Scope(window=MARCH, regions=frozenset(regions) or None)
    return gate.release(scope=scope, actor=SYSTEM).table(HEADS)


def values(line: str, *regions: str) -> list[int | None]:
    """Return what the file of all and then those of single regions say of a line."""
    files = [file_of(), *(file_of(it) for it in regions)]
    return [it[line].total.value for it in files]


def test_the_total_of_one_small_region_cannot_be_worked_out() -> None:
    given({"ML06": {"army": 3}, "ML07": {"army": 40}, "ML08": {"army": 60}})
    assert values("total", "ML06", "ML07", "ML08") == [103, None, None, 60]


def test_whoever_asks_the_file_of_a_region_is_the_same() -> None:
    given({"ML06": {"army": 3}, "ML07": {"army": 40}, "ML08": {"army": 60}})
    trainer = Actor(kind=ActorKind.USER, id=1, role=Role.TRAINER, regions=frozenset({"ML07"}))
    scope = Scope(window=MARCH, regions=frozenset({"ML07"}))
    theirs = gate.release(scope=scope, actor=trainer).table(HEADS)
    assert theirs["total"].total.value is None
    assert theirs.lines == file_of("ML07").lines


def test_a_small_category_of_one_region_cannot_be_worked_out() -> None:
    given(
        {
            "ML06": {"army": 3, "police": 50},
            "ML07": {"army": 40, "police": 50},
            "ML08": {"army": 60, "police": 50},
        }
    )
    assert values("army", "ML06", "ML07", "ML08") == [103, None, None, 60]


@pytest.mark.parametrize(("small", "told"), [((2, 3), 60), ((1, 1), None), ((4, 4), None)])
def test_small_numbers_need_another_only_where_their_sum_tells_them(
    small: tuple[int, int], told: int | None
) -> None:
    counts = dict(zip(("ML05", "ML06", "ML07", "ML08"), (*small, 60, 70), strict=True))
    given({code: {"army": count, "police": 50} for code, count in counts.items()})
    assert values("army", "ML07", "ML08") == [sum(small) + 130, told, 70]
