from datetime import date

import pytest
from hypothesis import given, strategies as st

from lms.figures.counting.periods import PeriodKind, Window, code, period

FIRST_OF_JULY = date(2014, 7, 1)


def test_a_session_that_ends_on_1_july_belongs_to_the_new_budget_year() -> None:
    assert code(PeriodKind.MONTH, FIRST_OF_JULY) == "2014-07"
    assert code(PeriodKind.QUARTER, FIRST_OF_JULY) == "2014-Q3"
    assert code(PeriodKind.YEAR, FIRST_OF_JULY) == "2014"
    assert code(PeriodKind.BUDGET_YEAR, FIRST_OF_JULY) == "2014/15"
    assert code(PeriodKind.BUDGET_YEAR, date(2014, 6, 30)) == "2013/14"
    assert code(PeriodKind.BUDGET_YEAR, date(1999, 12, 31)) == "1999/00"


def test_a_budget_year_runs_from_july_to_june() -> None:
    expected = Window(date(2013, 7, 1), date(2014, 6, 30))
    assert period(PeriodKind.BUDGET_YEAR, date(2014, 2, 1)) == expected


def test_both_ends_of_a_window_count() -> None:
    window = Window(date(2014, 1, 1), date(2014, 1, 31))
    assert date(2014, 1, 1) in window
    assert date(2014, 1, 31) in window
    assert date(2014, 2, 1) not in window


def test_a_window_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="end before"):
        Window(date(2014, 2, 1), date(2014, 1, 1))


@given(st.sampled_from(PeriodKind), st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_every_day_lies_in_its_period_and_the_next_day_in_that_or_the_next(
    kind: PeriodKind, day: date
) -> None:
    found = period(kind, day)
    assert day in found
    after = date.fromordinal(found.last.toordinal() + 1)
    assert period(kind, after).first == after
    assert code(kind, found.first) == code(kind, found.last) != code(kind, after)


@pytest.mark.parametrize("kind", PeriodKind)
def test_the_first_and_the_last_period_end_where_the_calendar_does(kind: PeriodKind) -> None:
    assert period(kind, date.max).last == date.max
    assert period(kind, date.min).first == date.min
