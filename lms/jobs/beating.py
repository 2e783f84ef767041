"""How a worker says that it is at work, and hears that it need not be any more."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session

from lms import clock
from lms.extensions import db
from lms.jobs.kinds import JobState
from lms.jobs.makers import Cancelled
from lms.jobs.models import Job
from lms.jobs.rules import BEAT, percent

EACH = 1.0
"""Seconds between two looks at the row while something is made."""


class Beat:
    """The word of one worker about one job, on connections of its own.

    The reading of what is exported stays at its one moment meanwhile.
    """

    def __init__(self, job_id: int, engine: Engine) -> None:
        self._job_id = job_id
        self._engine = engine
        self._progress = 0
        self._last = float("-inf")
        self._wanted = True
        self.said = 0
        """How often the worker has said that it is there."""

    def advance(self, share: float) -> None:
        """Note how much is done. Raises ``Cancelled`` once nobody waits for it any more."""
        self._progress = percent(share)
        self.look()

    def look(self) -> None:
        """Say now and then that the worker is there. Raises ``Cancelled``.

        While somebody else holds the database for long, nothing is said and the work goes on.
        """
        if time.monotonic() - self._last >= EACH:
            with suppress(OperationalError):  # the next word will do
                self.say()
            self._last = time.monotonic()
        if not self._wanted:
            raise Cancelled(f"job:{self._job_id}")

    def say(self) -> None:
        """Write that the worker is there, and read whether the job is still wanted."""
        with Session(self._engine) as writing, writing.begin():
            job = writing.get_one(Job, self._job_id)
            self._wanted = job.state is JobState.RUNNING
            if self._wanted:
                job.beat_at, job.progress = clock.now(), self._progress
        self.said += 1


@contextmanager
def beating(job_id: int) -> Iterator[Beat]:
    """Let a thread say every few seconds that the worker is there, however long a step takes."""
    beat, over = Beat(job_id, db.engine), Event()

    def keep_saying() -> None:
        while not over.wait(BEAT.total_seconds()):
            with suppress(SQLAlchemyError):  # the next word will do
                beat.say()

    thread = Thread(target=keep_saying, daemon=True)
    thread.start()
    try:
        yield beat
    finally:
        over.set()
        thread.join()
