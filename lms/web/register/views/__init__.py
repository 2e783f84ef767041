"""Pages of the register: parse, call one service, commit, answer."""

from lms.web.register.views import deciding, duplicates, matches, merging, people
from lms.web.register.views.base import doubts, records

__all__ = ["deciding", "doubts", "duplicates", "matches", "merging", "people", "records"]
