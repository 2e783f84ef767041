"""Exports of the small mission: one of the unit head is ready, one waits for a worker."""

from datetime import timedelta
from typing import NamedTuple

from lms import clock
from lms.accounts.models import User
from lms.figures.background.wanted import Content, Wanted
from lms.figures.counting.periods import PeriodKind, period
from lms.figures.counting.questions import Question, Scope
from lms.figures.release.cells import Audience
from lms.jobs import outputs
from lms.jobs.kinds import Failure, JobState
from tests.factories.jobs import JobFactory


class Exports(NamedTuple):
    """Numbers of two jobs."""

    export: int
    waiting_export: int


def made(head: User) -> Exports:
    """Make a unit head an export in each state; most are only looked at."""
    now = clock.now()
    asked = Wanted(
        content=Content.CSV,
        audience=Audience.OUTSIDE,
        question=Question(scope=Scope(window=period(PeriodKind.YEAR, now.date()))),
    ).row
    common = {"owner": head, "asked": asked, "asked_at": now}
    file = {"file_name": "kalanso-totals.csv", "media_type": "text/csv", "size": 6}
    ready, waiting, *_others = (
        JobFactory.create(
            state=JobState.DONE, **file, keep_until=(now + timedelta(days=7)).date(), **common
        ),
        JobFactory.create(**common),
        JobFactory.create(state=JobState.RUNNING, progress=40, beat_at=now, **common),
        JobFactory.create(state=JobState.FAILED, failure=Failure.DISK_FULL, **common),
        JobFactory.create(state=JobState.CANCELLED, **common),
        JobFactory.create(state=JobState.REMOVED, **common),
    )
    outputs.write(ready.id, [b"total\n"])
    return Exports(ready.id, waiting.id)
