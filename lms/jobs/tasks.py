"""What a worker does with a job, from taking it to its file; each step is committed."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial

import structlog
from flask_babel import force_locale
from sqlalchemy.exc import OperationalError

from lms import clock
from lms.accounts.actors import SYSTEM
from lms.db import see_one_moment
from lms.errors import NotAllowed
from lms.extensions import db
from lms.jobs import outputs, queries, services
from lms.jobs.beating import Beat, beating
from lms.jobs.kinds import Failure, JobState
from lms.jobs.makers import MAKERS, Cancelled, NothingToMake, Order
from lms.jobs.models import Job
from lms.jobs.services import Output
from lms.lib.whole_files import is_full

log = structlog.get_logger(__name__)
TRIES = 12
"""How often the end of a job is written; each waits as long as a database is waited for at all."""


def perform(job_id: int) -> None:
    """Make the file of a waiting job, or say why there is none; twice does it once."""
    job = queries.find(job_id)
    if job is None or not services.begin(job=job, now=clock.now(), actor=SYSTEM):
        db.session.rollback()
        return
    db.session.commit()
    try:
        with beating(job_id) as beat:
            output = _made(job, beat)
    except Exception as error:  # noqa: BLE001 - whatever it is, the job says that it failed
        _patiently(partial(_give_up, job_id, failure_of(error), error))
    except BaseException as error:
        _patiently(partial(_give_up, job_id, Failure.INTERRUPTED, error))
        raise
    else:
        _patiently(partial(_hand_over, job_id, output))


def sweep(send: Callable[[int], object], now: datetime) -> None:
    """Say which jobs were abandoned, send again what was overlooked, remove old files."""
    services.give_up_abandoned(now=now, actor=SYSTEM)
    db.session.commit()
    for job_id in queries.overlooked(now):
        send(job_id)
    remove_old(now)


def remove_old(now: datetime) -> int:
    """Remove the files that were kept long enough, and what no job knows; return how many."""
    gone = services.stop_keeping(now=now, actor=SYSTEM)
    db.session.commit()
    for job_id in gone:
        outputs.remove(job_id)
    kept = queries.with_files()
    db.session.rollback()
    return len(gone) + outputs.clear(kept)


def failure_of(error: Exception) -> Failure | None:
    """Return why a job failed that ended with ``error``; none when it was not wanted any more."""
    match error:
        case Cancelled():
            return None
        case NotAllowed():
            return Failure.NOT_ALLOWED
        case NothingToMake():
            return Failure.NOTHING
    return Failure.DISK_FULL if is_full(error) else Failure.BROKEN


def _made(job: Job, beat: Beat) -> Output:
    owner, kind, locale, job_id = job.owner, job.kind, job.locale, job.id
    if not owner.is_active:
        raise NotAllowed("job.perform")
    order = Order(asked=job.asked, actor=owner.actor, by=owner.name)
    try:
        with force_locale(locale):
            see_one_moment(db.session())
            made = MAKERS[kind](order, beat.advance)
            size = outputs.write(job_id, _wanted(made.parts, beat))
    finally:
        db.session.rollback()
    return Output(file_name=made.file_name, media_type=made.media_type, size=size)


def _wanted(parts: Iterable[bytes], beat: Beat) -> Iterator[bytes]:
    """Yield the parts for as long as somebody waits for them."""
    for part in parts:
        beat.look()
        yield part


def _patiently(write: Callable[[], None]) -> None:
    """Write how a job ended, again while somebody else holds the database."""
    for _tried in range(TRIES - 1):
        try:
            write()
        except OperationalError:
            db.session.rollback()
        else:
            return
    write()


def _hand_over(job_id: int, output: Output) -> None:
    job = queries.find(job_id)
    if job and services.finish(job=job, output=output, now=clock.now(), actor=SYSTEM):
        db.session.commit()
        return
    # Done already it is only when a connection was lost right after an earlier try.
    kept = job is not None and job.state is JobState.DONE
    db.session.rollback()
    if not kept:
        outputs.remove(job_id)


def _give_up(job_id: int, failure: Failure | None, error: BaseException) -> None:
    db.session.rollback()
    outputs.remove(job_id)
    job = queries.find(job_id)
    if job is not None and failure is not None:
        services.fail(job=job, failure=failure, now=clock.now(), actor=SYSTEM)
    db.session.commit()
    if failure is Failure.BROKEN:
        log.error("job.broken", job=job_id, exc_info=error)
