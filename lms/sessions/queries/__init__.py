"""Reading training sessions; nothing here changes a row."""

from lms.sessions.queries.access import facilitated_by, get, may_write, readable, scope, writable
from lms.sessions.queries.attendance import (
    headcounts,
    last_marks,
    latest_marks,
    participation,
    participations,
    tally,
)
from lms.sessions.queries.choices import (
    facilitators,
    known_persons,
    may_add,
    namesake,
    taught_courses,
)
from lms.sessions.queries.closing import demand_of, report
from lms.sessions.queries.entry import by_codes, may_go_on
from lms.sessions.queries.listing import (
    any_readable,
    courses_used,
    is_held_with_nobody,
    regions_used,
    session_page,
)
from lms.sessions.queries.places import places, regions
from lms.sessions.queries.roster import (
    account_names,
    participant_count,
    roster,
    slot_at_hand,
    slot_states,
    tail,
)

__all__ = [
    "account_names",
    "any_readable",
    "by_codes",
    "courses_used",
    "demand_of",
    "facilitated_by",
    "facilitators",
    "get",
    "headcounts",
    "is_held_with_nobody",
    "known_persons",
    "last_marks",
    "latest_marks",
    "may_add",
    "may_go_on",
    "may_write",
    "namesake",
    "participant_count",
    "participation",
    "participations",
    "places",
    "readable",
    "regions",
    "regions_used",
    "report",
    "roster",
    "scope",
    "session_page",
    "slot_at_hand",
    "slot_states",
    "tail",
    "tally",
    "taught_courses",
    "writable",
]
