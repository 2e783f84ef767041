from datetime import date

import pytest

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.api import writing
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.queries import regions_of_places
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import PlaceFactory

pytestmark = pytest.mark.usefixtures("database")

SCOPE = Scope(window=Window(date(2000, 1, 1), date(2030, 1, 1)))


@pytest.mark.parametrize("by", Dimension)
@pytest.mark.parametrize("measure", [it for it in Measure if it is not Measure.INDICATOR])
def test_every_table_there_is_can_be_written(measure: Measure, by: Dimension) -> None:
    FactFactory.create()
    HeadcountFactFactory.create()
    answer = writing.figures(totals.read(scope=SCOPE, actor=SYSTEM), measure, by)
    tops = [it["count"] for it in answer["lines"][:-1] if it["depth"] == 0]
    assert sum(tops) == answer["total"]["count"]
    assert len(writing.as_csv(answer).splitlines()) == len(answer["lines"]) + 1


def test_a_headcount_is_nobody_and_says_how_many() -> None:
    fact = HeadcountFactFactory.create(count=40, at_least=True)
    written = writing.fact(fact, regions_of_places(), 1)
    assert (written["person"], written["count"], written["at_least"]) == (None, 40, True)


def test_a_child_names_its_parent() -> None:
    parent = CategoryFactory.create()
    child = CategoryFactory.create(parent=parent)
    assert [it["parent"] for it in writing.categories([parent, child])] == [None, parent.code]
    place = PlaceFactory.create()
    assert writing.places([place])[0]["release"] == place.release
