"""Why a certificate could not be written; the pages put each into a sentence."""

from lms.errors import RuleBroken


class NotClosed(RuleBroken):
    """The session is not closed: nobody's outcome is known."""


class NotValid(RuleBroken):
    """The certificate is no longer valid: it was replaced, revoked or has expired."""


class NotRevoked(RuleBroken):
    """The certificate is not revoked, so nothing can be taken back."""


class NothingDue(RuleBroken):
    """The participation gives no right to a certificate any more."""
