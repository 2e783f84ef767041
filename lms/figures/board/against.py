"""The quarters, or months, of the window beside those before; each counts its own persons."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import gettext as _
from markupsafe import Markup

from lms.figures import labels
from lms.figures.board.pictures import Row
from lms.figures.board.words import NO_SHARE, amount, told
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import PeriodKind, Window, code, period
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import LineKind
from lms.figures.counting.values import Count
from lms.figures.pages import periods
from lms.figures.totals import Reading
from lms.i18n import number
from lms.lib.charts.amounts import Words
from lms.lib.charts.trend import Step, trend

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Against:
    """Now and before; ``picture`` is empty where there are not steps enough to draw."""

    before_name: str
    now: str
    before: str
    change: str
    picture: Markup
    rows: list[Row]
    total: Row
    by_month: bool
    """Whether the rows are months and not quarters."""


def window_before(window: Window) -> Window | None:
    """Return the same kind of period before, else as many days; None before all calendars."""
    last = window.first - A_DAY if window.first > date.min else None
    if last is None:
        return None
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR, PeriodKind.BUDGET_YEAR):
        if period(kind, window.first) == window:
            return period(kind, last)
    length = window.last - window.first
    return Window(last - length, last) if last - date.min >= length else None


def against(reading: Reading, before: Reading, measure: Measure) -> Against:
    """Return the reading beside the one of the period before."""
    now, then = (it.table(measure).total.total.value for it in (reading, before))
    kind = periods.step_kind(reading.scope.window)
    firsts = [it.first for it in periods.steps(reading.scope.window, kind)]
    names = [labels.period(kind, code(kind, it)) for it in firsts]
    counts, older = (_counts(it, measure, kind) for it in (reading, before))
    drawn = 1 < len(firsts) <= periods.MOST_STEPS and bool(now or then)
    before_name = periods.name(before.scope.window)
    title = _("Month by month") if kind is PeriodKind.MONTH else _("Quarter by quarter")
    said = Words("trend", title, told(zip(names, counts, strict=True)))
    before_of = [older[it] if it < len(older) else None for it in range(len(counts))]
    return Against(
        before_name=before_name,
        now=number(now),
        before=number(then),
        change=_change(now - then),
        picture=trend(said, _steps(kind, firsts, counts, before_of)) if drawn else Markup(""),
        rows=[
            Row(name, "", [number(count), NO_SHARE if it is None else number(it)])
            for name, count, it in zip(names, counts, before_of, strict=True)
        ],
        total=Row(_("Distinct persons"), "total", [number(now), number(then)]),
        by_month=kind is PeriodKind.MONTH,
    )


def _steps(
    kind: PeriodKind, firsts: list[date], counts: list[int], before: list[int | None]
) -> list[Step]:
    return [
        Step(
            periods.short(kind, first),
            str(first.year) if at == 0 or first.month == 1 else "",
            amount(Count(count)),
            None if older is None else amount(Count(older)),
        )
        for at, (first, count, older) in enumerate(zip(firsts, counts, before, strict=True))
    ]


def _counts(reading: Reading, measure: Measure, kind: PeriodKind) -> list[int]:
    """Return the count of each step of a reading, those without anybody too."""
    lines = reading.table(measure, Dimension(str(kind))).lines
    found = {it.code: it.total.value for it in lines if it.kind is LineKind.ROW}
    steps = periods.steps(reading.scope.window, kind)
    return [found.get(code(kind, it.first), 0) for it in steps]


def _change(difference: int) -> str:
    """Return by how much it rose or fell, in words."""
    if difference > 0:
        return _("%(count)s more", count=number(difference))
    if difference < 0:
        return _("%(count)s fewer", count=number(-difference))
    return _("as many")
