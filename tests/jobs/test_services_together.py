"""Two workers, or a worker and whoever asked, at one job at once."""

import pytest
from flask import Flask

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.jobs import queries, services
from lms.jobs.kinds import JobState
from lms.jobs.models import Job
from lms.jobs.rules import KEPT, MOST_UNFINISHED
from lms.jobs.services import Output, TooManyJobs
from tests.jobs.given import KIND, LATER, NOW, asked, head
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")
OUTPUT = Output(file_name="it.csv", media_type="text/csv", size=4)


def found(job_id: int) -> Job:
    job = queries.find(job_id)
    assert job is not None
    return job


def begin(job_id: int) -> bool:
    return services.begin(job=found(job_id), now=NOW, actor=SYSTEM)


def finish(job_id: int) -> bool:
    return services.finish(job=found(job_id), output=OUTPUT, now=LATER, actor=SYSTEM)


def test_a_message_that_comes_twice_is_worked_at_once(app: Flask) -> None:
    job_id = asked().id
    assert begin(job_id)
    late = second_after(app, lambda: begin(job_id))
    assert late.result() is False


def test_a_job_cancelled_as_it_is_finished_stays_cancelled(app: Flask) -> None:
    job_id = asked().id
    begin(job_id)
    db.session.commit()
    job = found(job_id)
    services.cancel(job=job, now=LATER, actor=job.owner.actor)
    late = second_after(app, lambda: finish(job_id))
    assert late.result() is False
    db.session.rollback()
    assert found(job_id).state is JobState.CANCELLED


def test_two_who_ask_at_once_for_one_account_pass_its_limit_in_no_way(app: Flask) -> None:
    user = head()
    actor = user.actor
    for _ in range(MOST_UNFINISHED - 1):
        asked(user)

    def ask() -> int:
        return services.ask(kind=KIND, asked={}, locale="fr", now=NOW, actor=actor).id

    ask()
    late = second_after(app, ask)
    assert isinstance(late.exception(), TooManyJobs)


def test_two_who_sweep_at_once_remove_a_file_once(app: Flask) -> None:
    job_id = asked().id
    begin(job_id)
    finish(job_id)
    db.session.commit()
    much_later = LATER + 2 * KEPT

    def sweep() -> list[int]:
        return services.stop_keeping(now=much_later, actor=SYSTEM)

    assert sweep() == [job_id]
    assert second_after(app, sweep).result() == []
