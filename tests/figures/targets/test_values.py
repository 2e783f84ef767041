from lms.figures.counting.questions import Measure
from lms.figures.targets.values import AIMED_AT


def test_an_indicator_is_no_target() -> None:
    assert {*Measure} - {*AIMED_AT} == {Measure.INDICATOR}
