from collections import Counter

from lms.figures.counting.questions import Measure
from lms.figures.counting.values import Column, CountedFact, CountedHeadcount
from lms.figures.reports.changes.weighing import weigh
from tests.figures.counting.given import SENSITIZED, fact, headcount


def test_a_person_weighs_once_in_each_line_and_takes_back_the_overlap() -> None:
    found = weigh([fact(1, "army"), fact(1, "police", training_session=2)], [])
    trained = {
        key: value
        for (measure, key, _column), value in found.items()
        if measure is Measure.PERSONS_TRAINED
    }
    assert trained == {"army": 1, "police": 1, "overlap": -1, "total": 1}


def test_persons_weighed_apart_add_up() -> None:
    one: list[CountedFact | CountedHeadcount] = [
        fact(1, "army"),
        fact(1, "police", SENSITIZED, training_session=2),
    ]
    other: list[CountedFact | CountedHeadcount] = [fact(2, "police"), headcount("society", 40)]
    together = Counter(weigh(one, []))
    together.update(weigh(other, []))
    assert together == weigh([*one, *other], [])
    assert together[Measure.HEADCOUNT_SENSITIZED, "total", Column.MEN] in {0, 40}
