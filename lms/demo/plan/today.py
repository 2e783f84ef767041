"""The sessions a trainer sees on the day the sample mission is opened; none of them counts yet."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from random import Random

from lms.demo.plan import codes
from lms.demo.plan.calendar import NORTH, SOUTH
from lms.demo.plan.targets import SEED
from lms.demo.plan.values import (
    MissionPlan,
    PlannedPerson,
    PlannedSession,
    PlannedSlot,
    Room,
    Seat,
)
from lms.sessions.kinds import Half, MarkState, Phase, Status

GAO, TIMBUKTU, MOPTI = "ML07", "ML06", "ML05"
"""Regions with the same code in every release of places."""

PRESENT = (MarkState.PRESENT,)
ALL_RIGHT = (True,) * 10
JUST_FAILED = (True,) * 6 + (False,) * 4


def around(today: date, mission: MissionPlan) -> list[PlannedSession]:
    """Return one session held and not yet closed, one open today, and two to come."""
    soldiers = _of(mission, "malian-army", 16)
    newcomers = _of(mission, "mission-military", 18)
    rng = Random(SEED)  # noqa: S311 - printed for everybody to try
    opened = _open(today, soldiers)
    seats = codes.with_pass_codes(opened.seats, rng, first=codes.PASS_CODE)
    held = _held(today, newcomers)
    return [
        replace(held, seats=codes.with_pass_codes(held.seats, rng)),
        replace(opened, seats=seats),
        *_planned(today),
    ]


def _of(mission: MissionPlan, category: str, many: int) -> list[PlannedPerson]:
    return list(islice((it for it in mission.persons if it.category == category), many))


def _held(today: date, persons: Sequence[PlannedPerson]) -> PlannedSession:
    """Return a session in which two have no mark, so that closing has something to ask."""
    marked = [
        Seat(
            person=person.key,
            category=person.category,
            marks=PRESENT,
            attempts=(JUST_FAILED,) if number % 6 == 0 else (ALL_RIGHT,),
        )
        for number, person in enumerate(persons[:-2])
    ]
    blank = [Seat(person=it.key, category=it.category, marks=()) for it in persons[-2:]]
    room = Room(
        course="IND-3H",
        place=TIMBUKTU,
        venue="Salle de conférences",
        slots=(_slot(today - timedelta(days=5), Half.MORNING),),
        trainer=NORTH,
        phase=Phase.INDUCTION,
        languages=("fr", "en"),
    )
    return PlannedSession(
        room=room, seats=(*marked, *blank), status=Status.HELD, short_code="TOM7"
    )


def _open(today: date, persons: Sequence[PlannedPerson]) -> PlannedSession:
    """Return a session whose first half day is marked and whose test nobody has taken."""
    absent = len(persons) - 1
    seats = tuple(
        Seat(
            person=person.key,
            category=person.category,
            marks=(MarkState.ABSENT,) if number == absent else PRESENT,
        )
        for number, person in enumerate(persons)
    )
    days = (today, today + timedelta(days=1))
    slots = tuple(_slot(day, half) for day in days for half in (Half.MORNING, Half.AFTERNOON))
    room = Room(
        course="FDS-2J",
        place=GAO,
        venue="Salle de formation du camp",
        slots=slots,
        trainer=NORTH,
        languages=("fr", "ses"),
    )
    return PlannedSession(room=room, seats=seats, status=Status.OPEN, short_code=codes.SHORT_CODE)


def _planned(today: date) -> list[PlannedSession]:
    induction = Room(
        course="IND-3H",
        place=GAO,
        venue="Salle de formation du camp",
        slots=(_slot(today + timedelta(days=8), Half.MORNING),),
        trainer=NORTH,
        phase=Phase.INDUCTION,
        languages=("fr", "en"),
    )
    community = Room(
        course="SENS-2H",
        place=MOPTI,
        venue="Place publique",
        slots=(_slot(today + timedelta(days=2), Half.MORNING, minutes=120),),
        trainer=SOUTH,
        languages=("ff", "bm", "fr"),
    )
    return [
        PlannedSession(room=community, status=Status.PLANNED, short_code="MOP7"),
        PlannedSession(room=induction, status=Status.PLANNED, short_code="GAO8"),
    ]


def _slot(day: date, half: Half, *, minutes: int = 180) -> PlannedSlot:
    return PlannedSlot(day=day, half=half, minutes=minutes)
