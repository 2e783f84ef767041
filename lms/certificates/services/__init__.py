"""Changing certificates: each function flushes and leaves the commit to its caller."""

from lms.certificates.services.issuing import issue, replace
from lms.certificates.services.states import restore, revoke

__all__ = ["issue", "replace", "restore", "revoke"]
