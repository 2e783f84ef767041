"""Pages of the training sessions: parse, call one service, commit, answer."""

from lms.sessions.views import (
    catalogue,
    enrolment,
    headcounts,
    overview,
    people,
    planning,
    roll,
    slips,
    steps,
)
from lms.sessions.views.base import blueprint

__all__ = [
    "blueprint",
    "catalogue",
    "enrolment",
    "headcounts",
    "overview",
    "people",
    "planning",
    "roll",
    "slips",
    "steps",
]
