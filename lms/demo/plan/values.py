"""What a plan is made of: plain values that the builder hands to the services."""

from dataclasses import dataclass
from datetime import date

from lms.people.kinds import AgeGroup, Sex
from lms.sessions.kinds import Half, MarkState, ParticipationRole, Phase, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPerson:
    """An invented person; ``key`` is the number in the plan, not in a database."""

    key: int
    surname: str
    given_names: str
    sex: Sex
    category: str
    organisation: str | None = None
    birth_year: int | None = None
    service_number: str | None = None
    rank: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSlot:
    """A half day of a session."""

    day: date
    half: Half
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A session as scheduled, before anybody is seated in it."""

    course: str
    place: str
    venue: str
    slots: tuple[PlannedSlot, ...]
    trainer: str
    phase: Phase = Phase.ONGOING
    languages: tuple[str, ...] = ("fr",)

    @property
    def first_day(self) -> date:
        """The first day taught."""
        return self.slots[0].day

    @property
    def last_day(self) -> date:
        """The last day taught, which decides the period (R5)."""
        return self.slots[-1].day


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A person in a session: the category then, marks from the first slot on, and the test.

    Each attempt tells question by question whether the right answer was given.
    """

    person: int
    category: str
    marks: tuple[MarkState, ...]
    role: ParticipationRole = ParticipationRole.PARTICIPANT
    attempts: tuple[tuple[bool, ...], ...] = ()
    pass_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCount:
    """People counted without names."""

    category: str
    sex: Sex
    age_group: AgeGroup
    count: int
    at_least: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """A session with everybody in it, brought as far as ``status``.

    ``certified`` ones hand out certificates.
    """

    room: Room
    seats: tuple[Seat, ...] = ()
    counts: tuple[PlannedCount, ...] = ()
    certified: bool = False
    status: Status = Status.CLOSED
    short_code: str | None = None

    @property
    def tested(self) -> bool:
        """Whether somebody took a quiz."""
        return any(seat.attempts for seat in self.seats)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionPlan:
    """All of the sample mission; sessions in the order of their last day."""

    persons: tuple[PlannedPerson, ...]
    training_sessions: tuple[PlannedSession, ...]
