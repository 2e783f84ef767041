"""Pages of the courses: parse, call one service, commit, answer."""

from lms.courses.views import catalogue, drafting, modules, publishing
from lms.courses.views.base import blueprint

__all__ = ["blueprint", "catalogue", "drafting", "modules", "publishing"]
