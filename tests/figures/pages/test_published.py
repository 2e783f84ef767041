from datetime import date

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.pages.published import Published, published, windows
from lms.sessions.outcome import Outcome
from tests.factories.figures import DeclaredFigureFactory, FactFactory, HeadcountFactFactory
from tests.factories.people import CategoryFactory

MISSION = Window(date(2013, 7, 1), date(2015, 7, 31))
DAY = date(2014, 3, 14)


def section(
    app: Flask, window: Window = MISSION, regions: frozenset[str] | None = None
) -> Published:
    with app.test_request_context(), force_locale("en"):
        reading = totals.read(scope=Scope(window=window, regions=regions), actor=SYSTEM)
        return published(reading, {})


@pytest.mark.usefixtures("database")
def test_published_and_recorded_stand_side_by_side_and_are_never_added(app: Flask) -> None:
    fact = FactFactory.create(last_day=DAY)
    other = CategoryFactory.create()
    DeclaredFigureFactory.create(category=fact.category, count=358)
    DeclaredFigureFactory.create(category=other, count=3191)
    (trained,) = section(app).comparisons
    assert [(it.published, it.recorded, it.look) for it in trained.pairs] == [
        ("358", "1", ""),
        ("3,191", "0", ""),
        ("unknown", "0", "overlap"),
        ("3,549", "1", "total"),
    ]
    assert trained.note == "3,549: sum of published figures, distinctness unknown."


@pytest.mark.usefixtures("database")
def test_an_open_figure_keeps_the_wording_of_its_source(app: Flask) -> None:
    heads = HeadcountFactFactory.create(last_day=DAY, count=3000, at_least=True)
    DeclaredFigureFactory.create(
        category=heads.category, count=3000, at_least=True, outcome=Outcome.SENSITIZED
    )
    (sensitized,) = section(app).comparisons
    (pair,) = sensitized.pairs
    assert pair.published == "more than 3,000"
    assert pair.recorded == "≥\N{NO-BREAK SPACE}3,000"


@pytest.mark.usefixtures("database")
def test_another_window_leads_to_the_published_one(app: Flask) -> None:
    DeclaredFigureFactory.create()
    found = section(app, Window(DAY, DAY))
    assert found.comparisons == []
    assert [it.label for it in found.elsewhere] == ["July 2013 to July 2015"]


@pytest.mark.usefixtures("database")
def test_a_region_is_not_compared_with_the_whole_country(app: Flask) -> None:
    DeclaredFigureFactory.create()
    assert section(app, regions=frozenset({"ML07"})) == Published([], [])


@pytest.mark.usefixtures("database")
def test_windows_of_published_figures_come_once_earliest_first() -> None:
    late = DeclaredFigureFactory.create(period_start=date(2014, 1, 1))
    declared = [late, DeclaredFigureFactory.create(), DeclaredFigureFactory.create()]
    assert windows(declared) == [MISSION, Window(date(2014, 1, 1), MISSION.last)]
