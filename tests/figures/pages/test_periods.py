from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.figures.counting.periods import PeriodKind, Window, period
from lms.figures.pages.periods import MOST_STEPS, choices, name, neighbours, step_kind, steps

MISSION = Window(date(2013, 7, 1), date(2015, 7, 31))
SPRING = period(PeriodKind.QUARTER, date(2014, 5, 1))


@pytest.fixture(autouse=True)
def _page(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("window", "french", "english"),
    [
        (MISSION, "Juillet 2013 à juillet 2015", "July 2013 to July 2015"),
        (SPRING, "T2 2014", "Q2 2014"),
        (period(PeriodKind.YEAR, SPRING.first), "Année 2014", "Year 2014"),
        (period(PeriodKind.BUDGET_YEAR, SPRING.first), "Exercice 2013/14", "Budget year 2013/14"),
        (period(PeriodKind.MONTH, SPRING.first), "Avril 2014", "April 2014"),
        (
            Window(date(2014, 3, 12), date(2014, 3, 14)),
            "12-14 mars 2014",
            "12\N{EN DASH}14 March 2014",
        ),
    ],
)
def test_a_period_has_the_name_people_use(window: Window, french: str, english: str) -> None:
    with force_locale("fr"):
        assert name(window) == french
    with force_locale("en"):
        assert name(window) == english


def test_the_records_then_the_usual_periods_of_the_last_day_are_offered() -> None:
    with force_locale("en"):
        offered = choices(MISSION, [MISSION], {"region": "ML07"})
    assert [(it.label, it.current) for it in offered] == [
        ("July 2013 to July 2015", True),
        ("Q3 2015", False),
        ("Year 2015", False),
        ("Budget year 2015/16", False),
    ]
    assert all("region=ML07" in it.href for it in offered)


def test_the_same_period_is_offered_once() -> None:
    year = period(PeriodKind.YEAR, SPRING.first)
    offered = choices(year, [year], {})
    assert len({it.href for it in offered}) == len(offered) == 3


def test_a_usual_period_has_one_before_and_one_after() -> None:
    with force_locale("en"):
        assert [it.label for it in neighbours(SPRING, {})] == ["Q1 2014", "Q3 2014"]


def test_any_other_window_has_no_neighbours() -> None:
    assert neighbours(MISSION, {}) == []


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        (date(2014, 1, 1), date(2014, 3, 31), PeriodKind.MONTH),
        (date(2014, 3, 1), date(2014, 4, 1), PeriodKind.QUARTER),
    ],
)
def test_within_one_quarter_the_steps_of_a_window_are_months(
    first: date, last: date, kind: PeriodKind
) -> None:
    assert step_kind(Window(first, last)) is kind


def test_steps_are_cut_to_the_days_of_their_window_and_end_where_they_are_too_many() -> None:
    window = Window(date(2014, 2, 10), date(2014, 5, 20))
    assert steps(window, PeriodKind.QUARTER) == [
        Window(date(2014, 2, 10), date(2014, 3, 31)),
        Window(date(2014, 4, 1), date(2014, 5, 20)),
    ]
    ever = Window(date.min, date.max)
    assert len(steps(ever, PeriodKind.MONTH)) == MOST_STEPS + 1
