from dataclasses import replace
from datetime import date

import numpy as np

from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
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
    rows, _codes = packed(SCOPE, FACTS)
    assert len(replace(rows, places=frozenset({1}), _made={})) == 2
    assert len(replace(rows, places=frozenset(), _made={})) == 0


def test_persons_can_stand_for_others() -> None:
    rows, _codes = packed(SCOPE, FACTS)
    same = np.arange(8, dtype=np.uint32)
    same[7] = 5
    assert rows.if_same(same)["person"].tolist() == [5, 5]


def test_headcounts_stand_apart() -> None:
    heads = [CountedHeadcountFactory.build(id=9, count=40)]
    rows, _codes = packed(SCOPE, FACTS, heads)
    assert rows.headcounts["count"].tolist() == [40]
    assert len(rows) == 2
