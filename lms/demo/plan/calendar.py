"""Where and when sessions are held: working days, one session at a time for a trainer."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from lms.demo.plan.targets import FIRST_DAY, LAST_DAY
from lms.demo.plan.values import PlannedSlot, Room
from lms.sessions.kinds import Half, Phase

ONE_DAY = timedelta(days=1)
FRIDAY = 4

NORTH = "trainer"
SOUTH = "second-trainer"

# P-code of the cercle: (trainer, venue, languages of a community there, name).
PLACES = {
    "ML0101": (SOUTH, "Maison des jeunes", ("bm", "fr"), "Kayes"),
    "ML0205": (SOUTH, "Salle polyvalente", ("bm", "fr"), "Kati"),
    "ML0307": (SOUTH, "Centre de formation", ("bm", "fr"), "Sikasso"),
    "ML0402": (SOUTH, "Salle polyvalente", ("bm", "fr"), "Ségou"),
    "ML0501": (SOUTH, "Centre de formation", ("ff", "bm", "fr"), "Mopti"),
    "ML0601": (NORTH, "Salle de conférences", ("ses", "taq", "fr"), "Tombouctou"),
    "ML0701": (NORTH, "Salle de formation du camp", ("ses", "fr"), "Gao"),
    "ML0704": (NORTH, "Salle de réunion", ("taq", "fr"), "Ménaka"),
    "ML0801": (NORTH, "Salle de formation du camp", ("taq", "fr"), "Kidal"),
    "ML0901": (SOUTH, "Centre de formation", ("bm", "fr"), "Bamako"),
}

FULL_DAY = ((Half.MORNING, 180), (Half.AFTERNOON, 180))


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Sessions of one course spread evenly over a span; ``places`` gives how many each.

    ``days`` holds the slots of each day taught.
    """

    course: str
    places: dict[str, int]
    days: tuple[tuple[tuple[Half, int], ...], ...]
    first: date = FIRST_DAY
    last: date = LAST_DAY
    phase: Phase = Phase.ONGOING
    languages: tuple[str, ...] | None = None
    venue: str | None = None


class Diary:
    """Which days each trainer already gives."""

    def __init__(self) -> None:
        self._taken: set[tuple[str, date]] = set()

    def book(self, trainer: str, near: date, days: int) -> list[date]:
        """Return the first run of free days of one working week on or after ``near``."""
        day = near
        while not self._free(trainer, day, days):
            day += ONE_DAY
        booked = [day + ONE_DAY * n for n in range(days)]
        self._taken.update((trainer, one) for one in booked)
        return booked

    def _free(self, trainer: str, day: date, days: int) -> bool:
        wanted = [day + ONE_DAY * n for n in range(days)]
        in_one_week = day.weekday() + days - 1 <= FRIDAY
        return in_one_week and not any((trainer, one) in self._taken for one in wanted)


def rooms(series: Series, diary: Diary, rng: Random) -> list[Room]:
    """Return the sessions of a series in the order of their days."""
    places = [place for place, many in series.places.items() for _ in range(many)]
    rng.shuffle(places)
    # A week at the end is left for what the diary pushes back.
    step = (series.last - series.first - timedelta(days=9)) / len(places)
    return [
        _room(series, place, series.first + step * n + ONE_DAY * rng.randrange(3), diary)
        for n, place in enumerate(places)
    ]


def _room(series: Series, place: str, near: date, diary: Diary) -> Room:
    trainer, venue, local, _name = PLACES[place]
    days = diary.book(trainer, near, len(series.days))
    slots = [
        PlannedSlot(day=day, half=half, minutes=minutes)
        for day, halves in zip(days, series.days, strict=True)
        for half, minutes in halves
    ]
    return Room(
        course=series.course,
        place=place,
        venue=series.venue or venue,
        slots=tuple(slots),
        trainer=trainer,
        phase=series.phase,
        languages=series.languages or local,
    )
