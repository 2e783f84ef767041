"""What a course counts as, which certificate it gives, and the states of a version."""

from enum import StrEnum


class CourseKind(StrEnum):
    """What a session of the course counts as (R1, R2)."""

    TRAINING = "training"
    SENSITIZATION = "sensitization"


class CertificateKind(StrEnum):
    """The best certificate the course gives."""

    COMPLETION = "completion"
    PARTICIPATION = "participation"
    NONE = "none"


class VersionStatus(StrEnum):
    """Trainers draft, unit heads publish; a withdrawn version is offered no more."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
