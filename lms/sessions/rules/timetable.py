"""Cutting the days of a session into slots."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lms.sessions.kinds import Division, Half

MOST_DAYS = 60
"""A longer span is a mistake of typing."""

USUAL_MINUTES = {Half.DAY: 360, Half.MORNING: 180, Half.AFTERNOON: 180}
"""A training day is six hours without breaks, half a day three."""

ORDER = {Half.DAY: 0, Half.MORNING: 0, Half.AFTERNOON: 1}
HALVES = {
    Division.DAYS: (Half.DAY,),
    Division.HALF_DAYS: (Half.MORNING, Half.AFTERNOON),
}


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """A slot as it is to be; ``minutes`` are without breaks."""

    day: date
    half: Half
    minutes: int
    slot_id: int | None = None
    """The stored slot this replaces; none for a new one."""


def propose(first: date, last: date, division: Division, course_minutes: int) -> list[SlotPlan]:
    """Return one slot per day or half day of the span, both days included.

    The minutes of the course are shared out evenly, what is left over to the first slots; a
    course without modules takes the usual length. A course of one half day on one day is one slot.
    """
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    places = [(day, half) for day in days for half in HALVES[division]]
    if len(days) == 1 and 0 < course_minutes <= USUAL_MINUTES[Half.MORNING]:
        places = places[:1]
    if not course_minutes:
        return [SlotPlan(day, half, USUAL_MINUTES[half]) for day, half in places]
    share, rest = divmod(course_minutes, len(places))
    return [
        SlotPlan(day, half, max(share + (number < rest), 1))
        for number, (day, half) in enumerate(places)
    ]


def in_order(slots: Iterable[SlotPlan]) -> list[SlotPlan]:
    """Return the slots by day, the morning first."""
    return sorted(slots, key=lambda it: (it.day, ORDER[it.half]))


def collide(slots: Iterable[SlotPlan]) -> bool:
    """Tell whether two slots take the same part of a day; a whole day takes both halves."""
    taken: set[tuple[date, Half]] = set()
    for it in slots:
        halves = HALVES[Division.HALF_DAYS] if it.half is Half.DAY else (it.half,)
        wanted = {(it.day, half) for half in halves}
        if wanted & taken:
            return True
        taken |= wanted
    return False
