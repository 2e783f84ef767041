"""Pages of the certificates: parse, call one service, commit, answer."""

from lms.certificates.views import acts, files, lists, verification
from lms.certificates.views.base import blueprint

__all__ = ["acts", "blueprint", "files", "lists", "verification"]
