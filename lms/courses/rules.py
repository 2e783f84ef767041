"""Which days a course version is in force; standard types only."""

from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Force:
    """The days a version is in force, both included; without ``last`` until further notice."""

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise ValueError(f"a version cannot end before it starts: {self.first} > {self.last}")


def covers(force: Force, day: date) -> bool:
    """Tell whether ``day`` is one of the days in force."""
    return force.first <= day and (force.last is None or day <= force.last)


def overlap(one: Force, other: Force) -> bool:
    """Tell whether two versions would be in force on the same day."""
    return covers(one, other.first) or covers(other, one.first)


def cut_short(earlier: Force, later: Force) -> Force | None:
    """Return what is left of ``earlier`` once ``later`` takes over; ``None`` for nothing.

    A version that begins after the first day of ``later`` is not cut: it stays as it is.
    """
    if not overlap(earlier, later) or earlier.first > later.first:
        return earlier
    if earlier.first == later.first:
        return None
    return Force(earlier.first, later.first - ONE_DAY)
