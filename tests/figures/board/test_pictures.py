import pytest
from flask_babel import force_locale

from lms.figures.board.pictures import categories, regions
from lms.figures.counting.questions import Measure
from lms.people.kinds import Sex
from tests.figures.counting.given import fact
from tests.figures.pages.given import reading
from tests.lib.charts.drawn import read, said

TRAINED = Measure.PERSONS_TRAINED

pytestmark = pytest.mark.usefixtures("database")


def test_categories_have_the_share_of_women_with_one_decimal() -> None:
    shown = reading(
        [
            fact(1, "partners", sex=Sex.FEMALE),
            fact(2, "partners", sex=Sex.MALE),
            fact(3, "partners", sex=Sex.MALE),
            fact(3, "society", sex=Sex.MALE),
        ]
    )
    with force_locale("en"):
        rows = categories(shown, TRAINED).rows
    assert [(it.label, *it.cells) for it in rows] == [
        ("Partners", "3", "1", "33.3%"),
        ("Society", "1", "0", "0.0%"),
        ("Overlap between categories", "−1", "0", "—"),
        ("Distinct persons", "3", "1", "33.3%"),
    ]
    with force_locale("fr"):
        assert categories(shown, TRAINED).rows[0].cells[-1] == "33,3\u202f%"


def test_the_map_shows_regions_without_anybody_as_zero() -> None:
    with force_locale("en"):
        drawn = regions(reading([fact(1, "partners", region="ML07")]), TRAINED)
    assert said(read(drawn.picture)) == ["ML06", "Timbuktu", "0", "ML07", "Gao", "1"]
    assert [(it.label, *it.cells) for it in drawn.rows] == [
        ("Gao", "1"),
        ("Distinct persons", "1"),
    ]
