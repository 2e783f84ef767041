from datetime import date

import pytest
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.pages.newcomers import Step, drawn, first_times, told
from tests.factories.figures import FactFactory
from tests.factories.sessions import ParticipationFactory

pytestmark = pytest.mark.usefixtures("database")


def shown(first: date, last: date) -> list[Step]:
    reading = totals.read(scope=Scope(window=Window(first, last)), actor=SYSTEM)
    with force_locale("en"):
        return drawn(first_times(reading))


def test_first_times_of_the_quarters_add_up_to_the_persons_of_the_year() -> None:
    early = FactFactory.create(last_day=date(2014, 3, 14))
    FactFactory.create(
        participation=ParticipationFactory.create(person=early.person),
        last_day=date(2014, 11, 19),
    )
    FactFactory.create(last_day=date(2014, 11, 19))
    rows = shown(date(2014, 1, 1), date(2014, 12, 31))
    assert [(it.name, it.new, it.new_in_category, it.cumulated) for it in rows] == [
        ("Q1 2014", "1", "1", "1"),
        ("Q2 2014", "0", "0", "1"),
        ("Q3 2014", "0", "0", "1"),
        ("Q4 2014", "1", "2", "2"),
    ]
    assert [it.year for it in rows] == ["2014", "", "", ""]
    assert rows[-1].before_height + rows[-1].new_height == 96


def test_who_was_trained_before_the_window_is_not_new_in_it() -> None:
    early = FactFactory.create(last_day=date(2013, 3, 14))
    again = ParticipationFactory.create(person=early.person)
    FactFactory.create(participation=again, category=early.category, last_day=date(2014, 3, 14))
    rows = shown(date(2014, 2, 1), date(2014, 6, 30))
    assert [(it.new, it.cumulated) for it in rows] == [("0", "1"), ("0", "1")]


def test_within_one_quarter_the_steps_are_months() -> None:
    FactFactory.create(last_day=date(2014, 2, 14))
    FactFactory.create(last_day=date(2014, 3, 14))
    rows = shown(date(2014, 1, 1), date(2014, 3, 31))
    assert [(it.name, it.short, it.year, it.new, it.cumulated) for it in rows] == [
        ("January 2014", "Jan", "2014", "0", "0"),
        ("February 2014", "Feb", "", "1", "1"),
        ("March 2014", "Mar", "", "1", "2"),
    ]


def test_a_single_month_or_too_many_quarters_have_no_picture() -> None:
    FactFactory.create(last_day=date(2014, 3, 14))
    assert shown(date(2014, 3, 1), date(2014, 3, 31)) == []
    assert shown(date(2000, 1, 1), date(2014, 3, 31)) == []


def test_nobody_has_no_picture() -> None:
    assert shown(date(2014, 1, 1), date(2014, 12, 31)) == []


def new(first: date, last: date, regions: frozenset[str] | None = None) -> str:
    scope = Scope(window=Window(first, last), regions=regions)
    reading = totals.read(scope=scope, actor=SYSTEM)
    with force_locale("en"):
        return told(reading, first_times(reading))


def test_r04_new_overall_and_in_the_category_are_told_of_any_window() -> None:
    early = FactFactory.create(last_day=date(2014, 3, 14))
    FactFactory.create(
        participation=ParticipationFactory.create(person=early.person),
        last_day=date(2014, 11, 19),
    )
    FactFactory.create(last_day=date(2014, 11, 19))
    words = "New overall, trained for the first time ever: {}; new in the category: {}."
    assert new(date(2014, 11, 1), date(2014, 11, 30)) == words.format(1, 2)
    assert new(date(2014, 10, 1), date(2014, 12, 31)) == words.format(1, 2)
    assert new(date(2014, 1, 1), date(2014, 12, 31)) == words.format(2, 3)
    assert new(date(1990, 1, 1), date(2014, 12, 31)) == words.format(2, 3)
    assert new(date(2015, 1, 1), date(2015, 1, 31)) == words.format(0, 0)


def test_of_some_regions_the_first_time_is_the_first_one_there() -> None:
    place = FactFactory.create(last_day=date(2014, 3, 14)).place
    assert new(date(2014, 1, 1), date(2014, 3, 31), frozenset({place.code})) == (
        "Trained for the first time in the regions shown: 1; for the first time there in the"
        " category: 1."
    )
