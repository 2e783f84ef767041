from datetime import UTC, date, datetime

import pytest

from lms.figures import queries
from lms.figures.counting.periods import Window
from tests.factories.figures import (
    DeclaredFigureFactory,
    FactFactory,
    IndicatorFactory,
)
from tests.factories.sessions import PlaceFactory

pytestmark = pytest.mark.usefixtures("database")
YEAR = Window(date(2014, 1, 1), date(2014, 12, 31))
SPRING = datetime(2014, 4, 1, tzinfo=UTC)
SUMMER = datetime(2014, 7, 1, tzinfo=UTC)
AUTUMN = datetime(2014, 10, 1, tzinfo=UTC)


def test_a_region_keeps_its_first_code_when_the_code_passes_to_another() -> None:
    bamako = PlaceFactory.create(release="cod-2015-04", code="ML09", name_fr="Bamako")
    again = PlaceFactory.create(release="reform-2023", code="ML00", name_fr="Bamako")
    other = PlaceFactory.create(release="reform-2023", code="ML09", name_fr="Taoudénit")
    found = queries.regions_of_places()
    assert found[bamako.id] == found[again.id]
    assert [found[it.id].code for it in (again, other)] == ["ML09", "reform-2023:ML09"]


def test_records_reach_from_the_first_to_the_last_live_fact() -> None:
    assert queries.recorded_window() is None
    FactFactory.create(last_day=date(2014, 3, 1))
    FactFactory.create(last_day=date(2014, 9, 1))
    FactFactory.create(last_day=date(2015, 9, 1), recorded_at=SPRING, retracted_at=SUMMER)
    assert queries.recorded_window() == Window(date(2014, 3, 1), date(2014, 9, 1))


def test_only_regions_with_live_facts_are_offered() -> None:
    FactFactory.create(recorded_at=SPRING, retracted_at=SUMMER)
    place = FactFactory.create().place
    assert [it.code for it in queries.recorded_regions()] == [place.code]


def test_an_indicator_is_shown_where_its_whole_period_lies_in_the_window() -> None:
    inside = IndicatorFactory.create(period_start=YEAR.first, period_end=YEAR.last)
    IndicatorFactory.create(period_start=YEAR.first, period_end=date(2015, 1, 1))
    assert queries.indicators(YEAR) == [inside]


def test_declared_figures_keep_the_order_they_were_given_in() -> None:
    given = [DeclaredFigureFactory.create() for _ in range(3)]
    assert queries.declared() == given


def test_a_line_brings_its_person_and_session_in_one_statement() -> None:
    fact = FactFactory.create()
    line = queries.lines([fact.id])[fact.id]
    assert (line.person, line.training_session) == (fact.person, fact.training_session)
    assert line.category == fact.category
