"""Reading jobs; nothing here changes a row."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor
from lms.errors import NotFound
from lms.extensions import db
from lms.jobs.kinds import UNFINISHED, JobState
from lms.jobs.models import Job
from lms.jobs.rules import BEAT, SILENCE

MOST_LISTED = 50


def mine(kind: str, actor: Actor) -> Sequence[Job]:
    """Return the last jobs of a kind that ``actor`` asked for, newest first."""
    return db.session.scalars(
        select(Job)
        .where(Job.owner_id == actor.user_id, Job.kind == kind)
        .order_by(Job.id.desc())
        .limit(MOST_LISTED)
    ).all()


def get(job_id: int, actor: Actor) -> Job:
    """Return a job of ``actor``. Raises ``NotFound`` for that of somebody else too."""
    found = db.session.get(Job, job_id)
    if found is None or found.owner_id != actor.user_id:
        raise NotFound(f"job:{job_id}")
    return found


def find(job_id: int) -> Job | None:
    """Return a job, whoever asked for it, for the worker."""
    return db.session.scalar(select(Job).where(Job.id == job_id).options(joinedload(Job.owner)))


def unfinished(user_id: int) -> int:
    """Return how many jobs of an account wait or are at work."""
    asked = select(func.count(Job.id)).where(Job.owner_id == user_id, Job.state.in_(UNFINISHED))
    return db.session.scalar(asked) or 0


def abandoned(now: datetime) -> Sequence[Job]:
    """Return the jobs whose worker has said nothing for too long."""
    return db.session.scalars(
        select(Job)
        .where(Job.state == JobState.RUNNING, Job.beat_at < now - SILENCE)
        .order_by(Job.id)
    ).all()


def overlooked(now: datetime) -> Sequence[int]:
    """Return the numbers of jobs that wait although they were sent a while ago."""
    return db.session.scalars(
        select(Job.id)
        .where(Job.state == JobState.WAITING, Job.asked_at < now - 2 * BEAT)
        .order_by(Job.id)
    ).all()


def kept_too_long(now: datetime) -> Sequence[Job]:
    """Return the jobs whose file is to be removed."""
    return db.session.scalars(
        select(Job).where(Job.state == JobState.DONE, Job.keep_until < now.date()).order_by(Job.id)
    ).all()


def with_files() -> frozenset[int]:
    """Return the numbers of the jobs whose file is kept or being made."""
    kept = (JobState.RUNNING, JobState.DONE)
    return frozenset(db.session.scalars(select(Job.id).where(Job.state.in_(kept))))
