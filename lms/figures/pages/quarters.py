"""First times quarter by quarter, or month by month within one; they do add up (DOMAIN R4)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice, pairwise

from flask_babel import format_date, gettext as _

from lms.figures import labels
from lms.figures.counting.periods import PeriodKind, Window, code, period, quarter_of
from lms.figures.totals import Reading
from lms.i18n import number

MOST = 16  # columns that can be read side by side on a phone
HEIGHT = 96  # of the tallest column, in hundredths


@dataclass(frozen=True, slots=True)
class Quarter:
    """One column of the picture and one row of its table: a quarter, or a month within one."""

    name: str
    short: str
    year: str
    new: str
    new_in_category: str
    cumulated: str
    before_height: Decimal
    new_height: Decimal


@dataclass(frozen=True, slots=True)
class FirstTimes:
    """Who was trained for the first time in each span of a window (R4)."""

    kind: PeriodKind
    spans: Sequence[Window]
    before: int
    """How many had been trained before the window."""
    new: Sequence[int]
    """Of each span: how many were trained for the first time ever."""
    new_in_category: Sequence[int]
    """Of each span: how often somebody was, for the first time in a top-level category."""


def first_times(reading: Reading) -> FirstTimes:
    """Return the first times in each step of the window; in all of it if it has too many.

    The window's own days alone are counted.
    """
    kind = kind_of(reading.scope.window)
    spans = list(islice(_spans(reading.scope.window, kind), MOST + 1))
    if len(spans) > MOST:
        spans = [reading.scope.window]
    if reading.nobody:
        return FirstTimes(kind, spans, 0, [0] * len(spans), [0] * len(spans))
    before, *new = _counted(reading, spans)
    in_category = [
        _counted(reading, spans, reading.codes_under(it.code))[1:]
        for it in reading.categories
        if it.parent_id is None
    ]
    return FirstTimes(kind, spans, before, new, [sum(it) for it in zip(*in_category, strict=True)])


def told(reading: Reading, found: FirstTimes) -> str:
    """Return how many were new in the window, overall and in their category (R4)."""
    said = {"new": number(sum(found.new)), "in_category": number(sum(found.new_in_category))}
    if reading.scope.regions is not None:
        return _(
            "Trained for the first time in the regions shown: %(new)s; for the first time there in"
            " the category: %(in_category)s.",
            **said,
        )
    return _(
        "New overall, trained for the first time ever: %(new)s; new in the category:"
        " %(in_category)s.",
        **said,
    )


def quarters(found: FirstTimes) -> list[Quarter]:
    """Return the steps as shown; none for a single one, or where nobody was ever trained.

    What came before the window is cumulated.
    """
    before, new, spans = found.before, found.new, found.spans
    if len(spans) == 1 or not before + sum(new):
        return []
    scale = Decimal(HEIGHT) / (before + sum(new))
    shown: list[Quarter] = []
    for span, count, of_categories in zip(spans, new, found.new_in_category, strict=True):
        shown.append(
            Quarter(
                name=labels.period(found.kind, code(found.kind, span.first)),
                short=short(found.kind, span.first),
                year=str(span.first.year) if not shown or span.first.month == 1 else "",
                new=number(count),
                new_in_category=number(of_categories),
                cumulated=number(before + count),
                before_height=round(before * scale, 1),
                new_height=round(count * scale, 1),
            )
        )
        before += count
    return shown


def kind_of(window: Window) -> PeriodKind:
    """Return what a window is shown by: months within one quarter, else quarters."""
    within = window.last in period(PeriodKind.QUARTER, window.first)
    return PeriodKind.MONTH if within else PeriodKind.QUARTER


def short(kind: PeriodKind, day: date) -> str:
    """Return what a month or a quarter is called without its year, as short as can be."""
    if kind is PeriodKind.MONTH:
        return format_date(day, "LLL")
    return labels.quarter(quarter_of(day))


def _spans(window: Window, kind: PeriodKind) -> Iterator[Window]:
    """Return the months or quarters of a window, the first and last cut to its days."""
    first = window.first
    while first <= window.last:
        last = min(period(kind, first).last, window.last)
        yield Window(first, last)
        if last == window.last:  # there may be no day after it
            return
        first = last + timedelta(days=1)


def _counted(
    reading: Reading, spans: Sequence[Window], codes: Collection[str] | None = None
) -> list[int]:
    """Return how many were trained before the first span, and first in each span (R4)."""
    by_then = [0, *reading.trained_by([_eve(spans[0]), *(it.last for it in spans)], codes)]
    return [after - before for before, after in pairwise(by_then)]


def _eve(span: Window) -> date:
    return span.first - timedelta(days=1) if span.first > date.min else date.min
