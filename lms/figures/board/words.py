"""Shares and lists of amounts as tables and pictures write them."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from flask_babel import format_decimal

from lms.figures import labels
from lms.figures.counting.values import Count
from lms.i18n import NARROW_SPACE, language, number
from lms.lib.charts.amounts import Amount, Certainty

NO_SHARE = "—"


def share(part: int, whole: Count) -> str:
    """Return a share with one decimal, as tables have it; never of "at least" (R10, R11)."""
    if whole.at_least or whole.value <= 0:
        return NO_SHARE
    tenths = (Decimal(part) * 100 / whole.value).quantize(Decimal("0.1"), ROUND_HALF_UP)
    written = format_decimal(tenths, format="#,##0.0")
    return f"{written}{NARROW_SPACE}%" if language() == "fr" else f"{written}%"


def amount(count: Count) -> Amount:
    """Return a count as a picture shows it."""
    certainty = Certainty.AT_LEAST if count.at_least else Certainty.EXACT
    return Amount(count.value, labels.cell(count), certainty)


def told(amounts: Iterable[tuple[str, int]]) -> str:
    """Return names and numbers in one line, for those who do not see the picture."""
    return ", ".join(f"{name} {number(value)}" for name, value in amounts) + "."
