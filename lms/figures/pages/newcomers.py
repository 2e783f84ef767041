"""First times quarter by quarter, or month by month within one; they do add up (DOMAIN R4)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from flask_babel import gettext as _

from lms.figures import labels
from lms.figures.counting.periods import PeriodKind, Window, code
from lms.figures.pages import periods
from lms.figures.totals import Reading
from lms.i18n import number

HEIGHT = 96  # of the tallest column, in hundredths


@dataclass(frozen=True, slots=True)
class Step:
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


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Who is new, in a sentence and step by step."""

    told: str
    by_month: bool
    """Whether the steps are months."""
    steps: list[Step]


def newcomers(reading: Reading, *, by_step: bool) -> Newcomers:
    """Return who was trained for the first time in the window; step by step if asked."""
    found = first_times(reading)
    return Newcomers(
        told(reading, found), found.kind is PeriodKind.MONTH, drawn(found) if by_step else []
    )


def first_times(reading: Reading) -> FirstTimes:
    """Return the first times in each step of the window; in all of it if it has too many.

    The window's own days alone are counted.
    """
    window = reading.scope.window
    kind = periods.step_kind(window)
    spans = periods.steps(window, kind)
    if len(spans) > periods.MOST_STEPS:
        spans = [window]
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


def drawn(found: FirstTimes) -> list[Step]:
    """Return the steps as shown; none for a single one, or where nobody was ever trained.

    What came before the window is cumulated.
    """
    before, new, spans = found.before, found.new, found.spans
    if len(spans) == 1 or not before + sum(new):
        return []
    scale = Decimal(HEIGHT) / (before + sum(new))
    shown: list[Step] = []
    for span, count, of_categories in zip(spans, new, found.new_in_category, strict=True):
        shown.append(
            Step(
                name=labels.period(found.kind, code(found.kind, span.first)),
                short=periods.short(found.kind, span.first),
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


def _counted(
    reading: Reading, spans: Sequence[Window], codes: Collection[str] | None = None
) -> list[int]:
    """Return how many were trained before the first span, and first in each span (R4)."""
    by_then = [0, *reading.trained_by([_eve(spans[0]), *(it.last for it in spans)], codes)]
    return [after - before for before, after in pairwise(by_then)]


def _eve(span: Window) -> date:
    return span.first - timedelta(days=1) if span.first > date.min else date.min
