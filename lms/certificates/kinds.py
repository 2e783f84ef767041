"""The words a certificate may take."""

from enum import StrEnum


class Kind(StrEnum):
    """Completion: trained and passed. Participation: trained (DOMAIN section 5)."""

    COMPLETION = "completion"
    PARTICIPATION = "participation"


class State(StrEnum):
    """What verification says."""

    ISSUED = "issued"
    REPLACED = "replaced"
    EXPIRED = "expired"
    REVOKED = "revoked"


class Reason(StrEnum):
    """Why a certificate was revoked; a list, so that nothing about a case can be typed."""

    MISTAKE = "mistake"
    WRONG_PERSON = "wrong_person"
    ATTENDANCE = "attendance"
    MISUSE = "misuse"


class Obstacle(StrEnum):
    """Why somebody in a session gets no certificate."""

    NOT_PARTICIPANT = "not_participant"
    NO_CERTIFICATE = "no_certificate"
    BELOW_DOSE = "below_dose"
    ABSENT = "absent"
    SENSITIZATION = "sensitization"
    MINOR = "minor"
