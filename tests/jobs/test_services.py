from datetime import timedelta

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.jobs import services
from lms.jobs.kinds import Failure, JobState
from lms.jobs.models import Job
from lms.jobs.rules import KEPT, MOST_UNFINISHED, SILENCE
from lms.jobs.services import Output
from tests.factories.accounts import UserFactory
from tests.jobs.given import LATER, NOW, asked, head

pytestmark = pytest.mark.usefixtures("database")
OUTPUT = Output(file_name="it.csv", media_type="text/csv", size=4)


def acts(job: Job) -> list[str]:
    entries = select(AuditEntry.action).where(AuditEntry.target == job.tag)
    return [*db.session.scalars(entries.order_by(AuditEntry.id))]


def running() -> Job:
    job = asked()
    services.begin(job=job, now=NOW, actor=SYSTEM)
    return job


def done() -> Job:
    job = running()
    services.finish(job=job, output=OUTPUT, now=LATER, actor=SYSTEM)
    return job


def test_a_job_goes_from_waiting_to_its_file_and_leaves_a_trace_of_each_step() -> None:
    job = done()
    assert (job.state, job.progress, job.size) == (JobState.DONE, 100, 4)
    assert job.keep_until == (LATER + KEPT).date()
    assert acts(job) == ["job:ask", "job:begin", "job:done"]


def test_a_participant_asks_for_nothing() -> None:
    actor = UserFactory.create(role=Role.PARTICIPANT).actor
    for refused in (actor, SYSTEM):
        with pytest.raises(NotAllowed):
            services.ask(kind="it", asked={}, locale="en", now=NOW, actor=refused)


def test_one_person_asks_for_so_many_at_a_time() -> None:
    user = head()
    for _ in range(MOST_UNFINISHED):
        asked(user)
    with pytest.raises(services.TooManyJobs):
        asked(user)
    asked()


def test_two_workers_take_a_job_once() -> None:
    job = running()
    assert not services.begin(job=job, now=LATER, actor=SYSTEM)
    assert job.begun_at == NOW


def test_a_job_cancelled_in_the_middle_has_no_file_in_the_end() -> None:
    job = running()
    services.cancel(job=job, now=LATER, actor=job.owner.actor)
    assert not services.finish(job=job, output=OUTPUT, now=LATER, actor=SYSTEM)
    services.fail(job=job, failure=Failure.BROKEN, now=LATER, actor=SYSTEM)
    assert (job.state, job.failure) == (JobState.CANCELLED, None)


def test_only_whoever_asked_cancels() -> None:
    job = asked()
    with pytest.raises(NotAllowed):
        services.cancel(job=job, now=NOW, actor=head().actor)


def test_to_cancel_what_is_ready_throws_the_file_away() -> None:
    job = done()
    services.cancel(job=job, now=LATER, actor=job.owner.actor)
    assert job.state is JobState.REMOVED
    with pytest.raises(services.AlreadyEnded):
        services.cancel(job=job, now=LATER, actor=job.owner.actor)


def test_what_fails_says_why() -> None:
    job = running()
    services.fail(job=job, failure=Failure.DISK_FULL, now=LATER, actor=SYSTEM)
    assert (job.state, job.failure) == (JobState.FAILED, Failure.DISK_FULL)
    assert acts(job)[-1] == "job:failed"


def test_a_job_whose_worker_is_gone_has_failed() -> None:
    job = running()
    assert services.give_up_abandoned(now=NOW + SILENCE, actor=SYSTEM) == 0
    assert services.give_up_abandoned(now=NOW + 2 * SILENCE, actor=SYSTEM) == 1
    assert (job.state, job.failure) == (JobState.FAILED, Failure.INTERRUPTED)


def test_a_file_is_kept_for_seven_days() -> None:
    job = done()
    assert services.stop_keeping(now=LATER + KEPT, actor=SYSTEM) == []
    assert services.stop_keeping(now=LATER + KEPT + timedelta(days=1), actor=SYSTEM) == [job.id]
    assert job.state is JobState.REMOVED


@pytest.mark.parametrize("act", ["begin", "finish", "fail", "give_up_abandoned", "stop_keeping"])
def test_what_a_worker_does_nobody_else_does(act: str) -> None:
    more: dict[str, object] = {"now": NOW, "actor": head().actor}
    if act == "finish":
        more["output"] = OUTPUT
    if act == "fail":
        more["failure"] = Failure.BROKEN
    if act not in {"give_up_abandoned", "stop_keeping"}:
        more["job"] = asked()
    with pytest.raises(NotAllowed):
        getattr(services, act)(**more)
