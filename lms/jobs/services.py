"""What is done with a job; each function flushes and leaves the commit to its caller."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import structlog

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.models import User
from lms.accounts.permissions import require
from lms.db import lock
from lms.errors import NotAllowed, RuleBroken
from lms.extensions import db
from lms.jobs import queries
from lms.jobs.kinds import UNFINISHED, Failure, JobState
from lms.jobs.models import Job
from lms.jobs.rules import KEPT, MOST_UNFINISHED, WHOLE, is_abandoned

log = structlog.get_logger(__name__)
STAFF = (Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR)


class TooManyJobs(RuleBroken):
    """One person asks for more at a time than is theirs."""


class AlreadyEnded(RuleBroken):
    """The job was done, failed or cancelled before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """The file of a job, as it is told of."""

    file_name: str
    media_type: str
    size: int


def ask(
    *, kind: str, asked: Mapping[str, object], locale: str, now: datetime, actor: Actor
) -> Job:
    """Note that somebody wants something long; a worker does it. Raises ``TooManyJobs``."""
    require(actor, "job.ask", *STAFF)
    if actor.user_id is None:
        raise NotAllowed("job.ask")
    lock(db.session.get_one(User, actor.user_id))  # whoever asks twice at once asks in turn
    if queries.unfinished(actor.user_id) >= MOST_UNFINISHED:
        raise TooManyJobs(kind)
    job = Job(kind=kind, asked=dict(asked), owner_id=actor.user_id, locale=locale, asked_at=now)
    db.session.add(job)
    db.session.flush()
    audit.record("job:ask", job.tag, changes={"kind": kind, **asked}, actor=actor)
    log.info("job.asked", job=job.id, kind=kind)
    return job


def begin(*, job: Job, now: datetime, actor: Actor) -> bool:
    """Take a waiting job; false when another worker has, or it was cancelled."""
    require(actor, "job.begin", system=True)
    lock(job)
    if job.state is not JobState.WAITING:
        return False
    job.state, job.begun_at, job.beat_at, job.progress = JobState.RUNNING, now, now, 0
    db.session.flush()
    audit.record("job:begin", job.tag, actor=actor)
    return True


def finish(*, job: Job, output: Output, now: datetime, actor: Actor) -> bool:
    """Say that the file is whole; false when the job was cancelled or given up meanwhile."""
    require(actor, "job.finish", system=True)
    lock(job)
    if job.state is not JobState.RUNNING:
        return False
    job.state, job.progress, job.ended_at = JobState.DONE, WHOLE, now
    job.file_name, job.media_type, job.size = output.file_name, output.media_type, output.size
    job.keep_until = (now + KEPT).date()
    db.session.flush()
    audit.record("job:done", job.tag, changes={"size": job.size}, actor=actor)
    log.info("job.done", job=job.id, size=job.size)
    return True


def fail(*, job: Job, failure: Failure, now: datetime, actor: Actor) -> None:
    """Say that a job came to nothing, unless it ended before."""
    require(actor, "job.fail", system=True)
    lock(job)
    if job.state in UNFINISHED:
        _failed(job, failure, now, actor)


def cancel(*, job: Job, now: datetime, actor: Actor) -> None:
    """Give a job up, or throw its file away. Raises ``AlreadyEnded``, ``NotAllowed``."""
    require(actor, "job.cancel", *STAFF)
    if job.owner_id != actor.user_id:
        raise NotAllowed("job.cancel")
    lock(job)
    if job.state not in {*UNFINISHED, JobState.DONE}:
        raise AlreadyEnded(job.tag)
    job.state = JobState.REMOVED if job.state is JobState.DONE else JobState.CANCELLED
    job.ended_at = job.ended_at or now
    db.session.flush()
    audit.record("job:cancel", job.tag, changes={"state": job.state}, actor=actor)


def give_up_abandoned(*, now: datetime, actor: Actor) -> int:
    """Say that the jobs failed whose worker is gone, and return how many."""
    require(actor, "job.give_up", system=True)
    found = 0
    for job in queries.abandoned(now):
        lock(job)
        if job.state is JobState.RUNNING and job.beat_at and is_abandoned(job.beat_at, now):
            _failed(job, Failure.INTERRUPTED, now, actor)
            found += 1
    return found


def stop_keeping(*, now: datetime, actor: Actor) -> list[int]:
    """Say of the files that were kept long enough that they are gone; return their numbers."""
    require(actor, "job.stop_keeping", system=True)
    gone = []
    for job in queries.kept_too_long(now):
        lock(job)
        if job.state is JobState.DONE:
            job.state = JobState.REMOVED
            audit.record("job:removed", job.tag, actor=actor)
            gone.append(job.id)
    db.session.flush()
    return gone


def _failed(job: Job, failure: Failure, now: datetime, actor: Actor) -> None:
    job.state, job.failure, job.ended_at = JobState.FAILED, failure, now
    db.session.flush()
    audit.record("job:failed", job.tag, changes={"failure": failure}, actor=actor)
    log.warning("job.failed", job=job.id, failure=failure)
