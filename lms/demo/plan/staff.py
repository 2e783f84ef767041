"""Trainers and interpreters in the room: they sit in sessions and are never counted (R8)."""

from dataclasses import replace
from random import Random

from lms.demo.plan.casting import Cast
from lms.demo.plan.values import PlannedPerson, PlannedSession, Seat
from lms.people.kinds import Sex
from lms.sessions.kinds import MarkState, ParticipationRole

CO_TRAINERS = 6
INTERPRETERS = 5
# Sessions in these languages are held through an interpreter.
INTERPRETED = {"ses", "taq", "ff"}


def add_staff(held: list[PlannedSession], cast: Cast, rng: Random) -> list[PlannedSession]:
    """Give each session with a list a co-trainer, and an interpreter where one is needed."""
    trainers = _staff(cast, CO_TRAINERS, rng)
    interpreters = _staff(cast, INTERPRETERS, rng)
    staffed = []
    for it in held:
        added: list[Seat] = []
        if it.seats:
            added.append(_seat(rng.choice(trainers), it, ParticipationRole.TRAINER))
            if INTERPRETED & set(it.room.languages):
                added.append(_seat(rng.choice(interpreters), it, ParticipationRole.INTERPRETER))
        staffed.append(replace(it, seats=(*it.seats, *added)))
    return staffed


def _staff(cast: Cast, many: int, rng: Random) -> list[PlannedPerson]:
    sexes = rng.choices((Sex.FEMALE, Sex.MALE), k=many)
    return [cast.person("mission-civilian", sex, birth_year=None) for sex in sexes]


def _seat(person: PlannedPerson, held: PlannedSession, role: ParticipationRole) -> Seat:
    marks = (MarkState.PRESENT,) * len(held.room.slots)
    return Seat(person=person.key, category=person.category, marks=marks, role=role)
