"""Changing training sessions: each function flushes and leaves the commit to its caller.

All of them are open to the system, to unit heads, and to trainers for what they facilitate.
"""

from lms.sessions.services.closing import close
from lms.sessions.services.enrolment import change_role, enrol, enrol_many, withdraw
from lms.sessions.services.erasing import forget
from lms.sessions.services.headcounts import add_heads, count_heads
from lms.sessions.services.marks import mark, mark_many, settle_slot
from lms.sessions.services.naming import name_movements
from lms.sessions.services.planning import revise, schedule
from lms.sessions.services.rejudging import rejudge
from lms.sessions.services.steps import cancel, hold, open_session
from lms.sessions.services.undoing import take_back

__all__ = [
    "add_heads",
    "cancel",
    "change_role",
    "close",
    "count_heads",
    "enrol",
    "enrol_many",
    "forget",
    "hold",
    "mark",
    "mark_many",
    "name_movements",
    "open_session",
    "rejudge",
    "revise",
    "schedule",
    "settle_slot",
    "take_back",
    "withdraw",
]
