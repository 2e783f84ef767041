import pytest
from flask_babel import force_locale

from lms.figures.board.words import amount, share
from lms.figures.counting.values import Count
from lms.lib.charts.amounts import Certainty

pytestmark = pytest.mark.usefixtures("database")


def test_there_is_no_share_of_at_least_nor_of_nobody() -> None:
    with force_locale("en"):
        assert share(3, Count(10, at_least=True)) == "—"
        assert share(0, Count(0)) == "—"
        assert share(62, Count(204)) == "30.4%"


def test_at_least_stays_so_in_a_picture() -> None:
    with force_locale("en"):
        shown = amount(Count(3000, at_least=True))
    assert (shown.certainty, shown.shown) == (Certainty.AT_LEAST, "≥\u00a03,000")
