"""Communities counted without names, region by region, to an exact sum."""

from random import Random

from lms.demo.plan.targets import HEADCOUNT
from lms.demo.plan.values import PlannedCount, PlannedSession, Room
from lms.people.kinds import AgeGroup, Sex

# Who comes to a community session, and how often compared with the others.
ADULTS = AgeGroup.ADULT
MINORS = AgeGroup.MINOR
GROUPS = (
    ("civil-society", Sex.MALE, ADULTS, 14),
    ("civil-society", Sex.FEMALE, ADULTS, 22),
    ("civil-society", Sex.MALE, MINORS, 11),
    ("civil-society", Sex.FEMALE, MINORS, 14),
    ("civil-society-religious", Sex.MALE, ADULTS, 9),
    ("civil-society-religious", Sex.FEMALE, ADULTS, 3),
    ("civil-society-teachers", Sex.MALE, ADULTS, 7),
    ("civil-society-teachers", Sex.FEMALE, ADULTS, 6),
    ("civil-society-ngo", Sex.MALE, ADULTS, 5),
    ("civil-society-ngo", Sex.FEMALE, ADULTS, 6),
    ("civil-society-media", Sex.MALE, ADULTS, 2),
    ("civil-society-media", Sex.FEMALE, ADULTS, 1),
)


def counted(rooms: list[Room], rng: Random) -> list[PlannedSession]:
    """Share the heads out over the sessions; the largest group of the last is "at least"."""
    tallies = [
        [round(weight * rng.uniform(1.6, 3.0)) or 1 for *_, weight in GROUPS] for _ in rooms
    ]
    _correct(tallies)
    return [
        PlannedSession(room=room, counts=_counts(tally, open_ended=room is rooms[-1]))
        for room, tally in zip(rooms, tallies, strict=True)
    ]


def _correct(tallies: list[list[int]]) -> None:
    """Bring the sum to the target, spreading the difference over the women counted."""
    women = 1
    left = HEADCOUNT - sum(map(sum, tallies))
    for number, tally in enumerate(tallies):
        share = left // (len(tallies) - number)
        tally[women] += share
        left -= share


def _counts(tally: list[int], *, open_ended: bool) -> tuple[PlannedCount, ...]:
    largest = max(tally)
    return tuple(
        PlannedCount(
            category=category,
            sex=sex,
            age_group=age_group,
            count=count,
            at_least=open_ended and count == largest,
        )
        for (category, sex, age_group, _), count in zip(GROUPS, tally, strict=True)
    )
