from datetime import UTC, datetime, timedelta

import pytest

from lms.figures.background import queries
from lms.figures.background.queries import Facts
from lms.figures.counting.questions import Scope
from tests.factories.figures import RECORDED, FactFactory
from tests.figures.background.given import MARCH
from tests.figures.given import DAY

pytestmark = pytest.mark.usefixtures("database")


def numbers(scope: Scope, regions: dict[int, str] | None = None) -> list[int]:
    return [it.id for some in Facts(scope, regions or {}).in_runs() for it in some]


def test_every_fact_comes_once_however_small_the_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "RUN", 2)
    made = [FactFactory.create(last_day=DAY).id for _ in range(5)]
    FactFactory.create(last_day=MARCH.last + timedelta(days=1))
    assert numbers(Scope(window=MARCH)) == made
    assert Facts(Scope(window=MARCH), {}).number == 5


def test_what_no_longer_holds_is_known_as_of_before() -> None:
    retracted = RECORDED + timedelta(days=2)
    gone = FactFactory.create(last_day=DAY, retracted_at=retracted).id
    assert numbers(Scope(window=MARCH)) == []
    assert numbers(Scope(window=MARCH, as_of=retracted - timedelta(days=1))) == [gone]
    assert numbers(Scope(window=MARCH, as_of=retracted)) == []
    assert numbers(Scope(window=MARCH, as_of=datetime(2014, 3, 31, tzinfo=UTC))) == []


def test_of_other_regions_nothing_comes() -> None:
    here, there = (FactFactory.create(last_day=DAY) for _ in range(2))
    regions = {here.place_id: "ML07", there.place_id: "ML08"}
    scope = Scope(window=MARCH, regions=frozenset({"ML07"}))
    assert numbers(scope, regions) == [here.id]
