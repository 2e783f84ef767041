from datetime import date

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.figures import totals
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Question, Scope
from lms.figures.counting.values import Column
from lms.figures.pages.behind import Asked
from lms.figures.pages.overview import (
    Viewer,
    cell_name,
    known_windows,
    overview,
    region_choices,
)
from tests.factories.figures import DeclaredFigureFactory, FactFactory
from tests.figures.counting.given import fact
from tests.figures.pages.given import YEAR, reading

TODAY = date(2026, 11, 24)
QUESTION = Question(scope=Scope(window=YEAR))
MISSION = Window(date(2013, 7, 1), date(2015, 7, 31))


@pytest.mark.usefixtures("database")
def test_without_records_this_year_is_offered() -> None:
    assert known_windows(TODAY) == [Window(date(2026, 1, 1), date(2026, 12, 31))]


@pytest.mark.usefixtures("database")
def test_records_and_published_figures_are_offered_whole() -> None:
    DeclaredFigureFactory.create()
    FactFactory.create(last_day=date(2014, 3, 14))
    assert known_windows(TODAY) == [MISSION]
    FactFactory.create(last_day=date(2016, 1, 2))
    assert known_windows(TODAY) == [Window(MISSION.first, date(2016, 1, 2)), MISSION]


@pytest.mark.usefixtures("database")
def test_a_trainer_chooses_among_their_own_regions() -> None:
    place = FactFactory.create().place
    trainer = Actor(kind=ActorKind.USER, id=1, role=Role.TRAINER)
    with force_locale("en"):
        assert region_choices(SYSTEM) == [(place.code, place.name_en)]
        assert region_choices(trainer) == []


@pytest.mark.usefixtures("database")
def test_a_cell_is_named_by_its_line_and_its_column() -> None:
    shown = reading([fact(1, "partners-un"), fact(2, "partners")])
    with force_locale("en"):
        assert cell_name(shown, QUESTION, Asked("partners")) == "Partners"
        assert cell_name(shown, QUESTION, Asked("partners-un", Column.MEN)) == "Agencies, Men"
        assert cell_name(shown, QUESTION, Asked("partners/unspecified")) == (
            "Partners · Not specified"
        )
        assert cell_name(shown, QUESTION, Asked("total")) == "Distinct persons"
        with pytest.raises(KeyError):
            cell_name(shown, QUESTION, Asked("nowhere"))


def test_names_are_behind_a_number_only_for_those_who_may_read_them(app: Flask) -> None:
    for names in (True, False):
        with app.test_request_context(), force_locale("en"):
            found = totals.read(scope=QUESTION.scope, actor=SYSTEM)
            page = overview(
                reading([fact(1, "partners")]),
                QUESTION,
                known=[YEAR],
                kept={},
                viewer=Viewer(today=TODAY, names=names),
            )
        assert found.nobody
        assert bool(page.table.rows[0].cells[-1].href) is names
        assert page.extracted == "24 November 2026, rules no. 1"
        assert page.trained.startswith("at least 75% of the attendances")
