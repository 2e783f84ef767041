"""The words a session, its roles and its marks may take."""

from enum import StrEnum


class Status(StrEnum):
    """Planned, open, held, closed; or cancelled with a reason."""

    PLANNED = "planned"
    OPEN = "open"
    HELD = "held"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Phase(StrEnum):
    """When in a deployment the training is given."""

    PRE_DEPLOYMENT = "pre_deployment"
    INDUCTION = "induction"
    ONGOING = "ongoing"
    REFRESHER = "refresher"


class Delivery(StrEnum):
    """How the session is given."""

    CLASSROOM = "classroom"
    ONLINE = "online"
    BLENDED = "blended"


class ParticipationRole(StrEnum):
    """What somebody does in one session; only participants are counted (R8)."""

    PARTICIPANT = "participant"
    TRAINER = "trainer"
    INTERPRETER = "interpreter"
    OBSERVER = "observer"
    OFFICIAL = "official"
    OTHER = "other"


class MarkState(StrEnum):
    """What a sheet says of one person in one slot; ``blank`` takes a mark back."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"
    BLANK = "blank"


class MarkSource(StrEnum):
    """How a mark reached the server."""

    ROSTER = "roster"
    LIST = "list"
    BULK = "bulk"
    UNDOING = "undoing"
    """A mark of a list taken back; it says what stands without it."""


class PlaceLevel(StrEnum):
    """The administrative level of a place."""

    COUNTRY = "country"
    REGION = "region"
    CERCLE = "cercle"


class Half(StrEnum):
    """Which part of a day a slot takes."""

    DAY = "day"
    MORNING = "morning"
    AFTERNOON = "afternoon"


class Division(StrEnum):
    """How the days of a session are cut into slots."""

    DAYS = "days"
    HALF_DAYS = "half_days"
