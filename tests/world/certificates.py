"""The certificates of the small mission."""

from lms import clock
from lms.certificates.kinds import Reason, State
from lms.certificates.models import Certificate
from lms.sessions.models import Participation
from tests.factories.certificates import CertificateFactory


def valid(participation: Participation) -> Certificate:
    """Return a certificate that holds."""
    made: Certificate = CertificateFactory.create(participation=participation)
    return made


def revoked(participation: Participation) -> Certificate:
    """Return a certificate that no longer does."""
    made: Certificate = CertificateFactory.create(
        participation=participation,
        state=State.REVOKED,
        reason=Reason.MISTAKE,
        state_changed_at=clock.now(),
    )
    return made
