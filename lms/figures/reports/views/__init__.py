"""Pages of the reports: parse, call one service, commit, answer."""

from lms.figures.reports.views import acts, files
from lms.figures.reports.views.base import blueprint

__all__ = ["acts", "blueprint", "files"]
