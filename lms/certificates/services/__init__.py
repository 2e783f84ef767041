"""Changing certificates: each function flushes and leaves the commit to its caller."""

from lms.certificates.services.erasing import forget
from lms.certificates.services.issuing import issue, replace
from lms.certificates.services.states import restore, revoke

__all__ = ["forget", "issue", "replace", "restore", "revoke"]
