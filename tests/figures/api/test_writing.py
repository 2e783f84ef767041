from datetime import date
from typing import Any

import pytest

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.api import writing
from lms.figures.counting.dimensions import RELEASED, Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.release import gate
from lms.figures.release.cells import Audience
from lms.figures.release.gate import NotReleased
from lms.people.kinds import Sex
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.people import CategoryFactory, SuggestionFactory
from tests.factories.sessions import PlaceFactory

pytestmark = pytest.mark.usefixtures("database")

HEADS = Measure.HEADCOUNT_SENSITIZED
SCOPE = Scope(window=Window(date(2000, 1, 1), date(2030, 1, 1)))


def inside(measure: Measure = HEADS, by: Dimension = Dimension.CATEGORY) -> dict[str, Any]:
    """Return a table in full."""
    release = gate.release(scope=SCOPE, audience=Audience.INSIDE, actor=SYSTEM)
    return writing.figures(release, measure, by)


def outside(measure: Measure = HEADS, by: Dimension = Dimension.CATEGORY) -> dict[str, Any]:
    """Return a table as it may leave the unit."""
    return writing.figures(gate.release(scope=SCOPE, actor=SYSTEM), measure, by)


@pytest.mark.parametrize("by", Dimension)
@pytest.mark.parametrize("measure", [it for it in Measure if it is not Measure.INDICATOR])
def test_every_table_there_is_can_be_written(measure: Measure, by: Dimension) -> None:
    FactFactory.create()
    HeadcountFactFactory.create()
    answer = inside(measure, by)
    tops = [it["count"] for it in answer["lines"][:-1] if it["depth"] == 0]
    assert sum(tops) == answer["total"]["count"]
    assert len(writing.as_csv(answer).splitlines()) == len(answer["lines"]) + 1


@pytest.mark.parametrize("by", Dimension)
def test_rows_for_outside_are_those_of_the_gate(by: Dimension) -> None:
    HeadcountFactFactory.create()
    if by in RELEASED:
        assert outside(by=by)["audience"] == "outside"
    else:
        with pytest.raises(NotReleased):
            outside(by=by)


def test_a_masked_number_is_neither_zero_nor_a_number() -> None:
    HeadcountFactFactory.create(count=3, at_least=False, sex=Sex.MALE, outcome="sensitized")
    answer = outside()
    assert answer["total"] == {"count": None, "at_least": False, "masked": "<5"}
    zero = {"count": 0, "at_least": False, "masked": None}
    assert answer["lines"][-1]["columns"]["women"] == zero
    assert writing.as_csv(answer).decode().splitlines()[-1].endswith(",<5,0,0,0,0,0,<5,no")
    assert inside()["total"] == {"count": 3, "at_least": False, "masked": None}


def test_at_least_is_kept_for_both_audiences() -> None:
    HeadcountFactFactory.create(count=40, at_least=True, outcome="sensitized")
    whole = {"count": 40, "at_least": True, "masked": None}
    assert outside()["total"] == inside()["total"] == whole


def test_for_outside_the_period_is_one_of_whole_months_and_says_so() -> None:
    answer = outside()
    assert answer["widened"]
    assert answer["last"] == date(2030, 1, 31)
    assert (inside()["widened"], inside()["last"]) == (False, date(2030, 1, 1))


def test_between_which_numbers_the_total_lies_is_said_where_the_total_is() -> None:
    same = {"category": CategoryFactory.create(), "place": PlaceFactory.create()}
    facts = FactFactory.create_batch(6, sex=Sex.MALE, last_day=date(2014, 3, 14), **same)
    assert outside(Measure.PERSONS_TRAINED)["to_check"] is None
    SuggestionFactory.create(person=facts[0].person, candidate=facts[1].person)
    found = inside(Measure.PERSONS_TRAINED)["to_check"]
    assert (found["lowest"], found["highest"]) == (5, 6)
    assert outside(Measure.PERSONS_TRAINED)["to_check"] == found
    assert inside(Measure.PARTICIPATIONS)["to_check"] is None


def test_a_headcount_is_nobody_and_says_how_many() -> None:
    fact = HeadcountFactFactory.create(count=40, at_least=True)
    [written] = writing.facts([fact], totals.read(scope=SCOPE, actor=SYSTEM), 1)
    assert (written["person"], written["count"], written["at_least"]) == (None, 40, True)


def test_a_child_names_its_parent() -> None:
    parent = CategoryFactory.create()
    child = CategoryFactory.create(parent=parent)
    assert [it["parent"] for it in writing.categories([parent, child])] == [None, parent.code]
    place = PlaceFactory.create()
    assert writing.places([place])[0]["release"] == place.release
