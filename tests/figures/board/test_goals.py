from datetime import date

import pytest
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.board.goals import Aimed, aimed
from lms.figures.counting.questions import Measure, Scope
from lms.people.models import Category
from tests.factories.figures import FactFactory, HeadcountFactFactory, TargetFactory
from tests.factories.people import CategoryFactory, SuggestionFactory
from tests.figures.targets.given import YEAR
from tests.lib.charts.drawn import read, said

pytestmark = pytest.mark.usefixtures("database")

MARCH = date(2014, 3, 14)


@pytest.fixture
def forces() -> Category:
    made: Category = CategoryFactory.create(label_en="Forces", label_fr="Forces", position=1)
    return made


def shown(locale: str = "en") -> list[Aimed]:
    with force_locale(locale):
        return aimed(totals.read(scope=Scope(window=YEAR), actor=SYSTEM))


def train(category: Category, many: int) -> None:
    FactFactory.create_batch(many, participation__category=category, last_day=MARCH)


@pytest.mark.parametrize(
    ("aim", "cells"),
    [
        (4, ["4", "3", "75.0%", "1"]),
        (3, ["3", "3", "100.0%", "reached"]),
        (2, ["2", "3", "150.0%", "reached"]),
    ],
)
def test_a_target_stands_beside_what_was_counted(
    forces: Category, aim: int, cells: list[str]
) -> None:
    TargetFactory.create(category=forces, count=aim)
    train(forces, 3)
    found = shown()[0]
    assert [(it.label, it.cells) for it in found.rows] == [("Forces", cells)]
    assert said(read(found.picture)) == ["Forces", "3"]
    assert (found.title, found.current) == ("Year 2014 · Persons trained", True)


def test_the_picture_marks_what_was_to_be_reached(forces: Category) -> None:
    TargetFactory.create(category=forces, count=4)
    train(forces, 3)
    assert shown()[0].picture.count("c-ink") == 1


@pytest.mark.parametrize(("aim", "remains"), [(9, "—"), (1, "reached")])
def test_of_at_least_nothing_is_subtracted_and_no_share_taken(aim: int, remains: str) -> None:
    fact = HeadcountFactFactory.create(
        headcount__at_least=True, headcount__count=5, last_day=MARCH
    )
    TargetFactory.create(category=fact.category, measure=Measure.HEADCOUNT_SENSITIZED, count=aim)
    assert shown()[0].rows[0].cells == [str(aim), "≥\u00a05", "—", remains]


def test_all_come_first_and_a_region_is_named(forces: Category) -> None:
    TargetFactory.create(category=forces)
    TargetFactory.create(category=forces, region="ML99")
    TargetFactory.create(category=None)
    assert [it.label for it in shown()[0].rows] == ["All categories", "Forces", "Forces · ML99"]


def test_who_has_no_target_stands_apart(forces: Category) -> None:
    TargetFactory.create(category=CategoryFactory.create())
    train(forces, 3)
    assert shown()[0].apart == "Without a target: Forces (3)."
    assert shown("fr")[0].apart == "Sans cible\u00a0: Forces (3)."


def test_what_is_to_be_checked_is_said(forces: Category) -> None:
    TargetFactory.create(category=forces)
    one, other = (
        FactFactory.create(participation__category=forces, last_day=MARCH).person for _ in range(2)
    )
    SuggestionFactory.create(person=one, candidate=other)
    assert shown()[0].checks == ["Forces: of whom 1 to be checked: between 1 and 2"]
