"""What somebody may ask of what is kept about them: to see it, and to have it erased."""

from lms.web.rights.views import blueprint

__all__ = ["blueprint"]
