"""Windows of days, and the periods a report is asked for (DOMAIN R5, R6)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FIRST_MONTH = date.min.year * 12
LAST_MONTH = date.max.year * 12 + date.max.month - 1
JULY = 7  # the month in which the United Nations budget year begins


@dataclass(frozen=True, slots=True)
class Window:
    """An unbroken run of days, both ends included; dates have no time zone."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a window cannot end before it starts: {self.first} > {self.last}")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


class PeriodKind(StrEnum):
    """The calendars in use; a budget year runs from July to June."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    BUDGET_YEAR = "budget_year"


MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.YEAR: 12,
    PeriodKind.BUDGET_YEAR: 12,
}


def period(kind: PeriodKind, day: date) -> Window:
    """Return the period of that kind in which ``day`` lies."""
    month = day.year * 12 + day.month - 1
    shift = JULY - 1 if kind is PeriodKind.BUDGET_YEAR else 0
    start = (month - shift) // MONTHS[kind] * MONTHS[kind] + shift
    after = start + MONTHS[kind]
    # The first and the last period there are end where the calendar does.
    last = date.max if after > LAST_MONTH else _first_of(after) - timedelta(days=1)
    return Window(_first_of(start), last)


def code(kind: PeriodKind, day: date) -> str:
    """Return the sortable code of the period: 2014-07, 2014-Q3, 2014 or 2014/15 (R6)."""
    first = period(kind, day).first
    match kind:
        case PeriodKind.MONTH:
            return f"{first:%Y-%m}"
        case PeriodKind.QUARTER:
            return f"{first:%Y}-Q{quarter_of(first)}"
        case PeriodKind.YEAR:
            return f"{first:%Y}"
        case PeriodKind.BUDGET_YEAR:
            return f"{first.year}/{(first.year + 1) % 100:02}"


def quarter_of(day: date) -> int:
    """Return the calendar quarter, 1 to 4."""
    return (day.month + 2) // 3


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1) if month >= FIRST_MONTH else date.min
