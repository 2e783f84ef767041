"""The periods a page offers, and what they are called."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from flask import url_for
from flask_babel import format_date, gettext as _

from lms.figures import labels
from lms.figures.counting.periods import PeriodKind, Window, code, period, quarter_of
from lms.i18n import days

MOST_STEPS = 16  # columns that can be read side by side on a phone
OFFERED = (PeriodKind.QUARTER, PeriodKind.YEAR, PeriodKind.BUDGET_YEAR)


@dataclass(frozen=True, slots=True)
class Choice:
    """A period to choose."""

    label: str
    href: str
    current: bool = False


def choices(window: Window, known: Sequence[Window], kept: Mapping[str, Any]) -> list[Choice]:
    """Return the ``known`` windows, then the quarter, year and budget year of the last day.

    That is the last day of the window shown; ``kept`` are the other filters of the address.
    """
    usual = (period(kind, window.last) for kind in OFFERED)
    offered = dict.fromkeys([*known, *usual])
    return [Choice(name(it), address(it, kept), it == window) for it in offered]


def neighbours(window: Window, kept: Mapping[str, Any]) -> list[Choice]:
    """Return the period before and after; nothing unless ``window`` is a usual period."""
    kind = _kind(window)
    if kind is None:
        return []
    day = timedelta(days=1)
    around = [window.first - day] if window.first > date.min else []
    around += [window.last + day] if window.last < date.max else []
    return [Choice(name(it), address(it, kept)) for it in (period(kind, on) for on in around)]


def name(window: Window) -> str:
    """Return what a window is called: a quarter, a year, months, or its two days."""
    words = _name(window)
    return words[0].upper() + words[1:]


def _name(window: Window) -> str:
    first, last = window.first, window.last
    kind = _kind(window)
    match kind:
        case PeriodKind.YEAR:
            return _("Year %(year)s", year=first.year)
        case PeriodKind.BUDGET_YEAR:
            return _("Budget year %(years)s", years=code(kind, first))
        case PeriodKind.MONTH | PeriodKind.QUARTER:
            return labels.period(kind, code(kind, first))
        case None if first.day == 1 and last < date.max and (last + timedelta(days=1)).day == 1:
            months = (labels.period(PeriodKind.MONTH, f"{it:%Y-%m}") for it in (first, last))
            return _("%(first)s to %(last)s", first=next(months), last=next(months))
        case None:
            return days(first, last)


def address(window: Window, kept: Mapping[str, Any]) -> str:
    """Return the address of the totals of a window."""
    return url_for("figures.index", **{**as_asked(window), **kept})


def as_asked(window: Window) -> dict[str, Any]:
    """Return the days of a window as addresses ask for them."""
    return {"from": window.first.isoformat(), "to": window.last.isoformat()}


def _kind(window: Window) -> PeriodKind | None:
    return next(_kinds(window), None)


def _kinds(window: Window) -> Iterator[PeriodKind]:
    return (kind for kind in PeriodKind if period(kind, window.first) == window)


def step_kind(window: Window) -> PeriodKind:
    """Return what a window is set out by: months within one quarter, else quarters."""
    within = window.last in period(PeriodKind.QUARTER, window.first)
    return PeriodKind.MONTH if within else PeriodKind.QUARTER


def steps(window: Window, kind: PeriodKind) -> list[Window]:
    """Return the periods of a kind that a window touches, the first and last cut to its days.

    Where they are too many to be read, one too many of them.
    """
    return list(islice(_steps(window, kind), MOST_STEPS + 1))


def short(kind: PeriodKind, on: date) -> str:
    """Return what a month or a quarter is called without its year, as short as can be."""
    return format_date(on, "LLL") if kind is PeriodKind.MONTH else labels.quarter(quarter_of(on))


def _steps(window: Window, kind: PeriodKind) -> Iterator[Window]:
    first = window.first
    while first <= window.last:
        last = min(period(kind, first).last, window.last)
        yield Window(first, last)
        if last == window.last:  # there may be no day after it
            return
        first = last + timedelta(days=1)
