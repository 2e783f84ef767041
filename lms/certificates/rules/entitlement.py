"""Who gets which certificate (DOMAIN section 5)."""

from dataclasses import dataclass

from lms.certificates.kinds import Kind, Obstacle
from lms.courses.kinds import CertificateKind, CourseKind
from lms.people.kinds import AgeGroup
from lms.sessions.kinds import ParticipationRole
from lms.sessions.outcome import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What decides: the course, and what a participation came to when the session closed."""

    course: CourseKind
    best: CertificateKind
    role: ParticipationRole
    age_group: AgeGroup
    outcome: Outcome
    passed: bool


def entitlement(standing: Standing) -> Kind | Obstacle:
    """Return the kind of certificate, or why there is none.

    Minors get none: the agreement of organiser and guardian is recorded nowhere yet.
    """
    obstacle = _obstacle(standing)
    if obstacle is not None:
        return obstacle
    if standing.best is CertificateKind.COMPLETION and standing.passed:
        return Kind.COMPLETION
    return Kind.PARTICIPATION


def _obstacle(standing: Standing) -> Obstacle | None:
    """Return the first of the reasons that holds, the one nobody can change first."""
    reasons = {
        Obstacle.NOT_PARTICIPANT: standing.role is not ParticipationRole.PARTICIPANT,
        Obstacle.SENSITIZATION: standing.course is CourseKind.SENSITIZATION,
        Obstacle.NO_CERTIFICATE: standing.best is CertificateKind.NONE,
        Obstacle.ABSENT: standing.outcome is Outcome.NONE,
        Obstacle.BELOW_DOSE: standing.outcome is not Outcome.TRAINED,
        Obstacle.MINOR: standing.age_group is AgeGroup.MINOR,
    }
    return next((obstacle for obstacle, holds in reasons.items() if holds), None)
