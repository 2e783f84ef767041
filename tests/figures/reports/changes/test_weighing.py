from collections import Counter

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import Branch, opened
from lms.figures.counting.values import Column, CountedFact, CountedHeadcount
from lms.figures.reports.changes.weighing import split, told_apart, weigh
from tests.figures.counting.given import SENSITIZED, fact, headcount


def test_a_person_weighs_once_in_each_line_and_takes_back_the_overlap() -> None:
    found = weigh([fact(1, "army"), fact(1, "police", training_session=2)], [])
    trained = {
        key: value
        for (measure, dimension, key, _column), value in found.items()
        if measure is Measure.PERSONS_TRAINED and dimension is Dimension.CATEGORY
    }
    assert trained == {"army": 1, "police": 1, "overlap": -1, "total": 1}


def test_a_person_weighs_in_each_region_too() -> None:
    found = weigh([fact(1, "army", region="ML07"), fact(1, "army", region="ML05")], [])
    trained = {
        key: value
        for (measure, dimension, key, _column), value in found.items()
        if measure is Measure.PERSONS_TRAINED and dimension is Dimension.REGION
    }
    assert trained == {"ML05": 1, "ML07": 1, "overlap": -1, "total": 1}


def test_persons_weighed_apart_add_up() -> None:
    one: list[CountedFact | CountedHeadcount] = [
        fact(1, "army"),
        fact(1, "police", SENSITIZED, training_session=2),
    ]
    other: list[CountedFact | CountedHeadcount] = [fact(2, "police"), headcount("society", 40)]
    together = Counter(weigh(one, []))
    together.update(weigh(other, []))
    assert together == weigh([*one, *other], [])
    assert together[Measure.HEADCOUNT_SENSITIZED, Dimension.CATEGORY, "total", Column.MEN] in {
        0,
        40,
    }


def test_a_row_that_begins_to_have_parts_moves_nobody() -> None:
    tree = (Branch("partners", (Branch("partners-un"),)),)
    whole = weigh([fact(1, "partners")], tree)
    rows = split(tree, whole, weigh([fact(2, "partners-un")], tree))
    assert rows == {"partners"}
    apart = told_apart(whole, tree, rows)
    trained = Measure.PERSONS_TRAINED
    assert apart[trained, Dimension.CATEGORY, "partners/unspecified", Column.MEN] == 1
    assert apart == weigh([fact(1, "partners")], opened(tree, rows))


def test_a_row_whose_parts_nobody_tells_apart_stays_whole() -> None:
    tree = (Branch("partners", (Branch("partners-un"),)),)
    whole = weigh([fact(1, "partners")], tree)
    assert split(tree, whole) == frozenset()
    assert told_apart(whole, tree, frozenset()) == whole
