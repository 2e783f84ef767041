from datetime import date

import pytest
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.board.strength import MOST, Strengths, strengths
from lms.figures.counting.questions import Scope
from tests.factories.figures import FactFactory, StrengthFactory
from tests.figures.targets.given import YEAR
from tests.lib.charts.drawn import read, said

pytestmark = pytest.mark.usefixtures("database")

MARCH = date(2014, 3, 14)


def shown() -> Strengths | None:
    with force_locale("en"):
        return strengths(totals.read(scope=Scope(window=YEAR), actor=SYSTEM))


def declare(count: int | None, trained: int, **more: object) -> None:
    it = StrengthFactory.create(count=count, rotation="", unit="A", unit_key="a", **more)
    FactFactory.create_batch(
        trained, participation__category=it.category, participation__unit="A", last_day=MARCH
    )


def test_without_a_declared_strength_there_is_nothing_to_show() -> None:
    assert shown() is None


@pytest.mark.parametrize(
    ("count", "words", "marks"),
    [(4, "75%", 1), (3, "100%", 1), (2, "strength to be updated", 0)],
)
def test_the_share_stops_at_the_whole(count: int, words: str, marks: int) -> None:
    declare(count, 3)
    found = shown()
    assert found is not None
    assert said(read(found.picture)) == [f"A · {words}", "3"]
    assert found.picture.count("c-ink") == marks
    assert found.rows[0].cells == ["3", str(count), words]


def test_a_missing_strength_is_said_and_is_no_zero() -> None:
    declare(None, 3)
    found = shown()
    assert found is not None
    assert found.rows[0].cells == ["3", "not declared", "strength not declared"]


def test_rotations_that_are_over_stand_in_the_table_alone() -> None:
    declare(4, 1, period_end=date(2014, 6, 30))
    found = shown()
    assert found is not None
    assert found.picture == ""
    assert found.rows[0].label == "A · 1 January – 30 June 2014"


def test_what_cannot_be_taken_in_at_once_is_left_to_the_table() -> None:
    StrengthFactory.create_batch(MOST + 2)
    found = shown()
    assert found is not None
    assert (found.left_out, len(found.rows)) == (2, MOST + 2)
