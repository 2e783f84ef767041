from datetime import UTC, date, datetime

import pytest

from lms.figures import queries
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.sessions.kinds import PlaceLevel
from tests.factories.figures import (
    DeclaredFigureFactory,
    FactFactory,
    HeadcountFactFactory,
    IndicatorFactory,
)
from tests.factories.sessions import PlaceFactory

pytestmark = pytest.mark.usefixtures("database")
YEAR = Window(date(2014, 1, 1), date(2014, 12, 31))
SPRING = datetime(2014, 4, 1, tzinfo=UTC)
SUMMER = datetime(2014, 7, 1, tzinfo=UTC)
AUTUMN = datetime(2014, 10, 1, tzinfo=UTC)


def found(scope: Scope) -> list[int]:
    codes = {it.id: it.code for it in queries.categories()}
    regions = queries.regions_of_places()
    return sorted(it.id for it in queries.facts(scope, codes=codes, regions=regions))


def test_both_ends_of_the_window_are_asked_for() -> None:
    days = (date(2013, 12, 31), YEAR.first, YEAR.last, date(2015, 1, 1))
    facts = [FactFactory.create(last_day=day) for day in days]
    assert found(Scope(window=YEAR)) == [facts[1].id, facts[2].id]


def test_the_ledger_answers_as_it_was_known_on_any_past_day() -> None:
    old = FactFactory.create(recorded_at=SPRING, retracted_at=SUMMER, last_day=YEAR.first)
    new = FactFactory.create(
        participation=old.participation, recorded_at=SUMMER, last_day=YEAR.first
    )
    assert found(Scope(window=YEAR, as_of=datetime(2014, 3, 1, tzinfo=UTC))) == []
    assert found(Scope(window=YEAR, as_of=SPRING)) == [old.id]
    assert found(Scope(window=YEAR, as_of=SUMMER)) == [new.id]
    assert found(Scope(window=YEAR, as_of=AUTUMN)) == [new.id]
    assert found(Scope(window=YEAR)) == [new.id]


def test_a_cercle_counts_for_its_region() -> None:
    region = PlaceFactory.create(code="ML07", level=PlaceLevel.REGION)
    cercle = PlaceFactory.create(code="ML0704", level=PlaceLevel.CERCLE, parent=region)
    fact = FactFactory.create(place=cercle, last_day=YEAR.first)
    FactFactory.create(last_day=YEAR.first)
    assert found(Scope(window=YEAR, regions=frozenset({"ML07"}))) == [fact.id]
    assert found(Scope(window=YEAR, regions=frozenset())) == []


def test_a_region_keeps_its_first_code_when_the_code_passes_to_another() -> None:
    bamako = PlaceFactory.create(release="cod-2015-04", code="ML09", name_fr="Bamako")
    again = PlaceFactory.create(release="reform-2023", code="ML00", name_fr="Bamako")
    other = PlaceFactory.create(release="reform-2023", code="ML09", name_fr="Taoudénit")
    found = queries.regions_of_places()
    assert found[bamako.id] == found[again.id]
    assert [found[it.id].code for it in (again, other)] == ["ML09", "reform-2023:ML09"]


def test_headcounts_are_no_persons_and_persons_no_headcounts() -> None:
    fact = FactFactory.create(last_day=YEAR.first)
    heads = HeadcountFactFactory.create(last_day=YEAR.first, count=40, at_least=True)
    scope, regions = Scope(window=YEAR), queries.regions_of_places()
    codes = {it.id: it.code for it in queries.categories()}
    (counted,) = queries.headcounts(scope, codes=codes, regions=regions)
    assert found(scope) == [fact.id]
    assert (counted.id, counted.count, counted.at_least) == (heads.id, 40, True)


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
