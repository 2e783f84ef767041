from datetime import date

import pytest

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.release.grid import matrix
from lms.figures.release.neighbours import (
    Lines,
    along_time,
    longer,
    shorter,
    told_by_difference,
    whole_months,
)

QUARTER = Window(date(2014, 1, 1), date(2014, 3, 31))


@pytest.mark.parametrize(
    ("asked", "widened"),
    [
        (QUARTER, QUARTER),
        (Window(date(2014, 2, 3), date(2014, 2, 3)), Window(date(2014, 2, 1), date(2014, 2, 28))),
        (Window(date(1, 1, 2), date.max), Window(date.min, date.max)),
    ],
)
def test_a_period_is_widened_to_whole_months(asked: Window, widened: Window) -> None:
    assert whole_months(asked) == widened


def test_windows_are_cut_at_their_end_and_lengthened_at_their_beginning() -> None:
    assert shorter(QUARTER, ["2014-01", "2014-03"]) == [
        Window(date(2014, 1, 1), date(2014, 2, 28))
    ]
    assert longer(QUARTER, ["2013-05", "2013-11"]) == [
        Window(date(2013, 11, 1), QUARTER.last),
        Window(date(2013, 5, 1), QUARTER.last),
    ]


def test_the_first_difference_that_is_small_tells() -> None:
    lines = Lines(("a", "total"), matrix([[20, 30, 40]], limit=5))
    others = iter([{"a": (20, 27, 30, 77)}, {"a": (18, 20, 20, 58)}])
    assert told_by_difference(lines, others) >= {(0, 0), (0, 1)}
    assert (0, 2) not in told_by_difference(lines, iter([{"a": (20, 27, 30, 77)}]))


def test_months_add_up_to_their_quarter_where_nobody_came_twice() -> None:
    months = Lines(("2014-01", "2014-02", "2014-04", "total"), matrix([[3], [20], [9]], limit=5))
    quarters = Lines(("2014-Q1", "2014-Q2", "total"), matrix([[23], [8]], limit=5))
    sums = along_time(
        Dimension.MONTH, Dimension.QUARTER, {Dimension.MONTH: months, Dimension.QUARTER: quarters}
    )
    assert {(it.parts, it.whole) for it in sums if it.whole[1] == 0} == {
        (((0, 0), (1, 0)), (4, 0))
    }
