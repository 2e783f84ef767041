from datetime import date

import pytest

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.release.masking import Masking
from lms.figures.release.thresholds import USUAL
from tests.factories.figures import FactFactory

pytestmark = pytest.mark.usefixtures("database")
YEAR = Window(date(2014, 1, 1), date(2014, 12, 31))


def masking() -> Masking:
    return Masking(totals.read(scope=Scope(window=YEAR), actor=SYSTEM), USUAL)


def test_three_persons_are_masked_in_every_table_of_the_measure() -> None:
    category = FactFactory.create(last_day=date(2014, 3, 1)).category
    for day in (2, 3):
        FactFactory.create(last_day=date(2014, 3, day), category=category)
    made = masking()
    for dimension in (Dimension.CATEGORY, Dimension.MONTH, Dimension.REGION):
        assert made.marks(Measure.PERSONS_TRAINED, dimension)


def test_many_are_shown() -> None:
    first = FactFactory.create(last_day=date(2014, 3, 1))
    FactFactory.create_batch(
        14, last_day=date(2014, 3, 1), category=first.category, place=first.place
    )
    assert masking().marks(Measure.PERSONS_TRAINED, Dimension.MONTH) == {}
