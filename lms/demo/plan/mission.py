"""The whole plan of the sample mission; equal for equal seeds."""

from dataclasses import replace
from datetime import date
from random import Random

from lms.demo.plan.calendar import FULL_DAY, Diary, Series, rooms
from lms.demo.plan.casting import Cast
from lms.demo.plan.codes import with_codes
from lms.demo.plan.heads import counted
from lms.demo.plan.seating import Seating, fill
from lms.demo.plan.staff import add_staff
from lms.demo.plan.targets import (
    FORCES,
    MISSION,
    PARTNERS,
    SEED,
    SUBGROUP_FROM_PARTNERS,
    SUBGROUP_TRAINED,
    Audience,
)
from lms.demo.plan.values import MissionPlan, PlannedPerson, PlannedSession, Room
from lms.people.kinds import Sex
from lms.sessions.kinds import Half, Phase

MORNING = (Half.MORNING, 180)
HALF_OF_IT = (Half.MORNING, 90)
TWO_HOURS = (Half.MORNING, 120)
BOTH = ("fr", "en")
SEXES = (Sex.FEMALE, Sex.MALE)

INDUCTIONS = Series(
    course="IND-3H",
    places={"ML0901": 19, "ML0701": 11, "ML0601": 7, "ML0801": 5, "ML0501": 5, "ML0704": 2},
    days=((MORNING,),),
    phase=Phase.INDUCTION,
    languages=BOTH,
)
SPLIT_INDUCTIONS = replace(
    INDUCTIONS,
    places={"ML0901": 4, "ML0701": 3, "ML0601": 2, "ML0801": 1},
    days=((HALF_OF_IT,), (HALF_OF_IT,)),
)
REFRESHERS = replace(
    INDUCTIONS,
    places={"ML0901": 4, "ML0701": 3, "ML0601": 2, "ML0801": 1},
    first=date(2014, 5, 5),
    phase=Phase.REFRESHER,
)
FORCES_COURSES = Series(
    course="FDS-2J",
    places={
        "ML0901": 13,
        "ML0701": 10,
        "ML0601": 8,
        "ML0501": 7,
        "ML0402": 5,
        "ML0205": 4,
        "ML0307": 3,
        "ML0101": 3,
    },
    days=(FULL_DAY, FULL_DAY),
)
PARTNER_WORKSHOPS = Series(
    course="PART-1J",
    places={"ML0901": 8, "ML0501": 2, "ML0701": 2, "ML0601": 2},
    days=(FULL_DAY,),
    first=date(2014, 1, 6),
    languages=BOTH,
)
SUBGROUP_WORKSHOPS = replace(PARTNER_WORKSHOPS, places={"ML0901": 2}, first=date(2014, 4, 1))
PARLIAMENT = Series(
    course="CPE-2H",
    places={"ML0901": 2},
    days=((TWO_HOURS,),),
    first=date(2014, 3, 3),
    last=date(2014, 12, 19),
    languages=("fr", "bm"),
    venue="Maison des enfants",
)
COMMUNITIES = Series(
    course="SENS-2H",
    places={"ML0701": 4, "ML0601": 3, "ML0801": 2, "ML0901": 3},
    days=((TWO_HOURS,),),
    first=date(2013, 9, 2),
    venue="Place publique",
)


def plan(seed: int = SEED) -> MissionPlan:
    """Return the sample mission as it will be written: persons, sessions, marks, tests."""
    desk = _Desk(Random(seed))  # noqa: S311 - invented people need no secret numbers
    partners = desk.cast.adults(PARTNERS, PARTNERS.trained)
    held = [
        *desk.audience(MISSION, INDUCTIONS, SPLIT_INDUCTIONS, REFRESHERS),
        *desk.audience(FORCES, FORCES_COURSES),
        *desk.audience(PARTNERS, PARTNER_WORKSHOPS, trained=partners),
        *desk.subgroup(partners),
        *desk.parliament(),
        *counted(desk.rooms(COMMUNITIES), desk.rng),
    ]
    in_order = sorted(held, key=lambda it: (it.room.last_day, it.room.course, it.room.place))
    staffed = add_staff(in_order, desk.cast, desk.rng)
    coded = with_codes(_certify(staffed), desk.rng)
    return MissionPlan(persons=tuple(desk.cast.persons), training_sessions=tuple(coded))


class _Desk:
    """What all audiences share while the plan is drawn: chance, persons, trainers' days."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.cast = Cast(rng)
        self._diary = Diary()

    def rooms(self, *series: Series) -> list[Room]:
        made = [room for one in series for room in rooms(one, self._diary, self.rng)]
        return sorted(made, key=lambda room: (room.first_day, room.place))

    def audience(
        self, audience: Audience, *series: Series, trained: list[PlannedPerson] | None = None
    ) -> list[PlannedSession]:
        trained = trained or self.cast.adults(audience, audience.trained)
        sensitized = self.cast.adults(audience, audience.sensitized)
        seating = Seating(self.rooms(*series), self.rng)
        fill(audience, trained, sensitized, seating, self.rng)
        return seating.sessions()

    def subgroup(self, partners: list[PlannedPerson]) -> list[PlannedSession]:
        """Seat members of their own and some who are partners too; a few come twice."""
        sexes = self.rng.choices(SEXES, k=SUBGROUP_TRAINED - SUBGROUP_FROM_PARTNERS)
        members = [self.cast.person("cp-subgroup", sex, birth_year=None) for sex in sexes]
        borrowed = self.rng.sample(partners, SUBGROUP_FROM_PARTNERS)
        members += [replace(person, category="cp-subgroup") for person in borrowed]
        return self._seat_all(members, SUBGROUP_WORKSHOPS, again=4)

    def parliament(self) -> list[PlannedSession]:
        """Seat the children."""
        return self._seat_all(self.cast.members_of_parliament(), PARLIAMENT, again=7)

    def _seat_all(
        self, members: list[PlannedPerson], series: Series, *, again: int
    ) -> list[PlannedSession]:
        seating = Seating(self.rooms(series), self.rng)
        seating.train(members)
        for person in members[::again]:
            seating.repeat(person, person.category)
        return seating.sessions()


def _certify(held: list[PlannedSession]) -> list[PlannedSession]:
    """Hand out certificates in the last session of each course with a test."""
    last = {it.room.course: number for number, it in enumerate(held) if it.tested}
    return [
        replace(it, certified=last.get(it.room.course) == number) for number, it in enumerate(held)
    ]
