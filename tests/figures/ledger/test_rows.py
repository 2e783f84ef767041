from datetime import date

from pyroaring import BitMap

from lms.figures.counting.periods import PeriodKind, Window
from lms.figures.counting.questions import Scope
from lms.figures.ledger.records import TRAINED
from tests.figures.counting.given import CountedHeadcountFactory, fact
from tests.figures.ledger.packed import packed

SCOPE = Scope(window=Window(date(2014, 1, 1), date(2014, 12, 31)))
FACTS = [
    fact(7, "partners", id=2, last_day=date(2014, 6, 1)),
    fact(5, "partners", id=1, last_day=date(2014, 2, 1)),
    fact(5, "partners", id=3, last_day=date(2015, 2, 1)),
]


def test_only_the_days_of_the_window_are_there_oldest_first() -> None:
    rows, _codes = packed(SCOPE, FACTS)
    assert rows["fact"].tolist() == [1, 2]
    assert (len(rows), rows.persons) == (2, 8)


def test_only_the_places_asked_for_are_there() -> None:
    assert len(packed(SCOPE, FACTS, places=frozenset({1}))[0]) == 2
    assert len(packed(SCOPE, FACTS, places=frozenset())[0]) == 0


def test_persons_can_stand_for_others() -> None:
    rows, _codes = packed(SCOPE, FACTS)
    as_one = rows.if_same({7: 5, 5: 5})
    assert as_one["person"].tolist() == [5, 5]
    assert set(as_one.everyone()) == {5}


def test_of_some_persons_the_facts_alone_are_there() -> None:
    rows = packed(SCOPE, FACTS)[0].about(BitMap([7]))
    assert (rows["fact"].tolist(), len(rows), set(rows.everyone())) == ([2], 1, {7})


def test_each_period_has_its_months() -> None:
    rows, _codes = packed(SCOPE, FACTS)
    assert {it: len(those) for it, those in rows.by_period(PeriodKind.QUARTER)} == {
        "2014-Q1": 1,
        "2014-Q2": 1,
    }


def test_who_came_up_to_a_day_is_there_from_that_day_on() -> None:
    rows, _codes = packed(SCOPE, [*FACTS, fact(9, "partners", id=4, last_day=date(2014, 6, 20))])
    days = [date(2013, 12, 31), date(2014, 2, 1), date(2014, 5, 31), date(2014, 6, 1), date.max]
    assert [*rows.up_to(days, lambda it: [it.everyone(None)])] == [0, 1, 1, 2, 3]


def test_headcounts_stand_apart() -> None:
    heads = [CountedHeadcountFactory.build(id=9, count=40)]
    rows, _codes = packed(SCOPE, FACTS, heads)
    assert rows.headcounts["count"].tolist() == [40]
    assert len(rows) == 2


def test_values_met_together_are_those_of_all_months_of_the_window() -> None:
    rows, _codes = packed(SCOPE, FACTS)
    assert rows.pairs(TRAINED, "person", "fact") == {(5, 1), (7, 2)}
    assert packed(SCOPE)[0].pairs(TRAINED, "person", "fact") == frozenset()
