"""Quarter by quarter: who was trained for the first time, the figures that add up (DOMAIN R4)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice, pairwise

from lms.figures import labels
from lms.figures.counting.periods import PeriodKind, Window, code, period, quarter_of
from lms.figures.totals import Reading
from lms.i18n import number

MOST = 16  # columns that can be read side by side on a phone
HEIGHT = 96  # of the tallest column, in hundredths


@dataclass(frozen=True, slots=True)
class Quarter:
    """One column of the picture and one row of its table."""

    name: str
    short: str
    year: str
    new: str
    new_in_category: str
    cumulated: str
    before_height: Decimal
    new_height: Decimal


def quarters(reading: Reading) -> list[Quarter]:
    """Return the quarters of the window; none for a single one, or for too many to be seen.

    The window's own days alone are counted, and what came before them is cumulated.
    """
    spans = list(islice(_spans(reading.scope.window), MOST + 1))
    if not 1 < len(spans) <= MOST or reading.nobody:
        return []
    before, *new = first_times(reading, spans)
    in_category = [
        first_times(reading, spans, reading.codes_under(it.code))[1:]
        for it in reading.categories
        if it.parent_id is None
    ]
    scale = Decimal(HEIGHT) / max(before + sum(new), 1)
    found: list[Quarter] = []
    for span, count, of_categories in zip(spans, new, zip(*in_category, strict=True), strict=True):
        found.append(
            Quarter(
                name=labels.period(PeriodKind.QUARTER, code(PeriodKind.QUARTER, span.first)),
                short=labels.quarter(quarter_of(span.first)),
                year=str(span.first.year) if not found or quarter_of(span.first) == 1 else "",
                new=number(count),
                new_in_category=number(sum(of_categories)),
                cumulated=number(before + count),
                before_height=round(before * scale, 1),
                new_height=round(count * scale, 1),
            )
        )
        before += count
    return found


def _spans(window: Window) -> Iterator[Window]:
    """Return the quarters of a window, the first and last cut to its days."""
    first = window.first
    while first <= window.last:
        last = min(period(PeriodKind.QUARTER, first).last, window.last)
        yield Window(first, last)
        if last == window.last:  # there may be no day after it
            return
        first = last + timedelta(days=1)


def first_times(
    reading: Reading, spans: Sequence[Window], codes: Collection[str] | None = None
) -> list[int]:
    """Return how many were trained before the first span, and first in each span (R4)."""
    by_then = [0, *reading.trained_by([_eve(spans[0]), *(it.last for it in spans)], codes)]
    return [after - before for before, after in pairwise(by_then)]


def _eve(span: Window) -> date:
    return span.first - timedelta(days=1) if span.first > date.min else date.min
