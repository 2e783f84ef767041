from datetime import UTC, date, datetime

import pytest

from lms.figures import ledger, queries
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.proofs import plain
from lms.sessions.kinds import PlaceLevel
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.sessions import PlaceFactory

pytestmark = pytest.mark.usefixtures("database")
YEAR = Window(date(2014, 1, 1), date(2014, 12, 31))
SPRING = datetime(2014, 4, 1, tzinfo=UTC)
SUMMER = datetime(2014, 7, 1, tzinfo=UTC)
AUTUMN = datetime(2014, 10, 1, tzinfo=UTC)


def found(scope: Scope) -> list[int]:
    codes = {it.id: it.code for it in queries.categories()}
    regions = queries.regions_of_places()
    by_rule = [it.id for it in plain.read(scope, codes=codes, regions=regions)[0]]
    places = None
    if scope.regions is not None:
        places = frozenset(it for it, region in regions.items() if region.code in scope.regions)
    assert sorted(ledger.rows(scope, places)["fact"].tolist()) == by_rule
    return by_rule


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


def test_headcounts_are_no_persons_and_persons_no_headcounts() -> None:
    fact = FactFactory.create(last_day=YEAR.first)
    heads = HeadcountFactFactory.create(last_day=YEAR.first, count=40, at_least=True)
    scope, regions = Scope(window=YEAR), queries.regions_of_places()
    codes = {it.id: it.code for it in queries.categories()}
    (counted,) = plain.read(scope, codes=codes, regions=regions)[1]
    assert found(scope) == [fact.id]
    assert ledger.rows(scope, None).headcounts["fact"].tolist() == [heads.id]
    assert (counted.id, counted.count, counted.at_least) == (heads.id, 40, True)
