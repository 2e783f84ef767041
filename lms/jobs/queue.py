"""How a worker hears of a job: huey, in a SQLite file of ``LMS_HOME`` or in Redis.

The row of a job says what there is to do; a message only wakes a worker up, and may be lost or
come twice.
"""

import sqlite3
from collections.abc import Callable

import structlog
from flask import Flask
from huey import Huey, RedisHuey, SqliteHuey, crontab
from huey.api import TaskWrapper
from huey.serializer import SignedSerializer
from redis.exceptions import RedisError

log = structlog.get_logger(__name__)
NAME = "kalanso"
FILE = "jobs.sqlite"


def _nothing(*_ids: int) -> None:
    """Stand for what only a worker does."""


def queue(
    app: Flask,
    *,
    perform: Callable[[int], None] = _nothing,
    sweep: Callable[[], None] = _nothing,
) -> Huey:
    """Return the queue of an application; a worker says what its messages mean."""
    huey = _kept(app)
    _known(huey, perform)
    huey.periodic_task(crontab(minute="*"), name="sweep")(sweep)
    return huey


def send(app: Flask, job_id: int) -> bool:
    """Wake a worker up; when the queue is out of reach, one finds the job within a minute."""
    try:
        huey = _kept(app)
        huey.enqueue(_known(huey, _nothing).s(job_id))
        huey.storage.close()
    except (OSError, sqlite3.Error, RedisError) as error:
        log.warning("job.not_sent", job=job_id, kind=type(error).__name__)
        return False
    return True


def _known(huey: Huey, perform: Callable[[int], None]) -> TaskWrapper:
    """Return the task by which a message is known, whatever it means to this process."""

    def task(job_id: int) -> None:
        perform(job_id)

    return huey.task(name="perform")(task)


def _kept(app: Flask) -> Huey:
    # A message is unpacked by pickle: nobody else may write one.
    signed = SignedSerializer(secret=app.config["SECRET_KEY"], salt=NAME)
    if app.config["REDIS_URL"]:
        return RedisHuey(NAME, url=app.config["REDIS_URL"], results=False, serializer=signed)
    path = app.config["HOME"] / FILE
    return SqliteHuey(NAME, filename=str(path), results=False, serializer=signed)
