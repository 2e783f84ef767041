"""Places, training sessions and everything recorded in them, as stored."""

from lms.sessions.kinds import (
    Delivery,
    Half,
    MarkSource,
    MarkState,
    ParticipationRole,
    Phase,
    PlaceLevel,
    Status,
)
from lms.sessions.models.attendance import AttendanceMark, Headcount, Participation
from lms.sessions.models.places import Place
from lms.sessions.models.planning import Facilitator, JointOrganisation, Slot, TrainingSession

__all__ = [
    "AttendanceMark",
    "Delivery",
    "Facilitator",
    "Half",
    "Headcount",
    "JointOrganisation",
    "MarkSource",
    "MarkState",
    "Participation",
    "ParticipationRole",
    "Phase",
    "Place",
    "PlaceLevel",
    "Slot",
    "Status",
    "TrainingSession",
]
