"""What a form, a list, a command or the sample mission hands over to the services."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from lms.people.kinds import AgeGroup, Sex
from lms.people.models import Person
from lms.sessions.kinds import Delivery, MarkState, ParticipationRole, Phase
from lms.sessions.outcome import Outcome
from lms.sessions.rules.timetable import SlotPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a session is to be; the first facilitator leads."""

    course_id: int
    place_id: int
    slots: tuple[SlotPlan, ...]
    facilitator_ids: tuple[int, ...]
    venue: str = ""
    lead_organisation_id: int | None = None
    joint_organisation_ids: tuple[int, ...] = ()
    phase: Phase = Phase.ONGOING
    delivery: Delivery = Delivery.CLASSROOM
    languages: tuple[str, ...] = ("fr",)
    capacity: int | None = None
    short_code: str | None = None
    """Drawn when none is given; kept for the life of the session."""

    @property
    def first_day(self) -> date:
        """The earliest day of a slot."""
        return min(it.day for it in self.slots)

    @property
    def last_day(self) -> date:
        """The latest day of a slot."""
        return max(it.day for it in self.slots)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What a person was at the session; ``None`` is as the register has it."""

    category_id: int | None = None
    organisation_id: int | None = None
    unit: str | None = None
    rank: str | None = None
    sex: Sex | None = None


AS_REGISTERED = Snapshot()


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """A person of the register who comes to a session."""

    person: Person
    role: ParticipationRole = ParticipationRole.PARTICIPANT
    then: Snapshot = AS_REGISTERED
    pass_code: str | None = None
    """Drawn when none is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """One mark as given; ``client_uuid`` makes sending it twice harmless."""

    participation_id: int
    slot_id: int
    state: MarkState
    client_uuid: str | None = None
    device_time: datetime | None = None
    seen: MarkState | None = None
    """What the page showed when the mark was given; ``None`` when nobody looked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanwhile:
    """A mark somebody had given since the page was opened; ``put`` now counts instead."""

    participation_id: int
    found: MarkState
    put: MarkState
    at: datetime
    user_id: int | None
    """The account that had given it, if it was one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many marks were added, and which of them met another hand's."""

    count: int
    meanwhile: tuple[Meanwhile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a list brought into its session and is to go: ids, and people by headcount."""

    participations: frozenset[int] = frozenset()
    marks: frozenset[int] = frozenset()
    heads: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """People counted, not named; a count of zero takes the cell away."""

    category_id: int
    sex: Sex
    age_group: AgeGroup
    outcome: Outcome
    count: int
    at_least: bool = False
