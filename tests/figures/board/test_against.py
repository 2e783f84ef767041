from datetime import date

import pytest
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.board.against import Against, against, window_before
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from tests.factories.figures import FactFactory

YEAR = Window(date(2014, 1, 1), date(2014, 12, 31))


def test_the_period_before_is_of_the_same_kind_or_as_long() -> None:
    assert window_before(YEAR) == Window(date(2013, 1, 1), date(2013, 12, 31))
    quarter = Window(date(2014, 4, 1), date(2014, 6, 30))
    assert window_before(quarter) == Window(date(2014, 1, 1), date(2014, 3, 31))
    ten = Window(date(2014, 3, 11), date(2014, 3, 20))
    assert window_before(ten) == Window(date(2014, 3, 1), date(2014, 3, 10))


def test_before_all_calendars_there_is_no_period() -> None:
    assert window_before(Window(date.min, date(2014, 1, 1))) is None
    assert window_before(Window(date(2, 1, 1), date(9999, 12, 31))) is None


def shown(window: Window) -> Against:
    before = window_before(window)
    assert before is not None
    now, then = (totals.read(scope=Scope(window=it), actor=SYSTEM) for it in (window, before))
    with force_locale("en"):
        return against(now, then, Measure.PERSONS_TRAINED)


@pytest.mark.usefixtures("database")
def test_quarters_stand_beside_those_of_the_period_before() -> None:
    FactFactory.create(last_day=date(2013, 2, 14))
    FactFactory.create_batch(2, last_day=date(2014, 3, 14))
    FactFactory.create(last_day=date(2014, 11, 19))
    found = shown(YEAR)
    assert (found.before_name, found.now, found.before, found.change) == (
        "Year 2013",
        "3",
        "1",
        "2 more",
    )
    assert [(it.label, *it.cells) for it in found.rows] == [
        ("Q1 2014", "2", "1"),
        ("Q2 2014", "0", "0"),
        ("Q3 2014", "0", "0"),
        ("Q4 2014", "1", "0"),
    ]
    assert found.picture


@pytest.mark.usefixtures("database")
def test_a_single_quarter_is_shown_by_its_months() -> None:
    FactFactory.create(last_day=date(2013, 11, 14))
    FactFactory.create_batch(2, last_day=date(2014, 3, 14))
    found = shown(Window(date(2014, 1, 1), date(2014, 3, 31)))
    assert found.by_month
    assert "Month by month" in found.picture
    assert [(it.label, *it.cells) for it in found.rows] == [
        ("January 2014", "0", "0"),
        ("February 2014", "0", "1"),
        ("March 2014", "2", "0"),
    ]
    assert not shown(YEAR).by_month


@pytest.mark.usefixtures("database")
def test_a_single_month_and_a_very_long_window_are_not_drawn() -> None:
    FactFactory.create(last_day=date(2014, 3, 14))
    assert not shown(Window(date(2014, 3, 1), date(2014, 3, 31))).picture
    assert not shown(Window(date(4000, 1, 1), date(7000, 12, 31))).picture
