"""Reading training sessions; nothing here changes a row."""

from lms.sessions.queries.access import facilitated_by, get, readable, writable
from lms.sessions.queries.attendance import (
    headcounts,
    latest_marks,
    participation,
    participations,
)
from lms.sessions.queries.closing import report
from lms.sessions.queries.entry import by_codes
from lms.sessions.queries.places import places, regions

__all__ = [
    "by_codes",
    "facilitated_by",
    "get",
    "headcounts",
    "latest_marks",
    "participation",
    "participations",
    "places",
    "readable",
    "regions",
    "report",
    "writable",
]
