"""What the pages of the reports share."""

from flask import Blueprint

from lms.accounts.current import get_actor
from lms.errors import NotFound
from lms.figures.reports import queries
from lms.figures.reports.models import Report, ReportState

blueprint = Blueprint("reports", __name__, template_folder="../templates")


def published(code: str) -> Report:
    """Return a report that is published. Raises ``NotFound`` for any other."""
    report = queries.get(code, get_actor())
    if report.state is ReportState.PREPARED:
        raise NotFound(report.tag)
    return report
