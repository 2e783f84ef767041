from datetime import timedelta

import pytest

from lms.errors import NotFound
from lms.jobs import queries
from lms.jobs.kinds import Failure, JobState
from lms.jobs.rules import SILENCE
from tests.factories.jobs import JobFactory
from tests.jobs.given import NOW, head

pytestmark = pytest.mark.usefixtures("database")
FILE = {"state": JobState.DONE, "file_name": "it.csv", "keep_until": NOW.date()}


def test_one_finds_what_one_asked_for_newest_first() -> None:
    user = head()
    mine = [JobFactory.create(owner=user).id for _ in range(2)]
    JobFactory.create()
    JobFactory.create(owner=user, kind="another")
    assert [it.id for it in queries.mine("figures", user.actor)] == mine[::-1]


def test_the_job_of_somebody_else_is_not_there() -> None:
    job = JobFactory.create()
    assert queries.get(job.id, job.owner.actor) is job
    with pytest.raises(NotFound):
        queries.get(job.id, head().actor)
    with pytest.raises(NotFound):
        queries.get(0, job.owner.actor)


def test_only_what_is_not_finished_is_counted() -> None:
    user = head()
    JobFactory.create(owner=user)
    JobFactory.create(owner=user, state=JobState.RUNNING)
    JobFactory.create(owner=user, state=JobState.FAILED, failure=Failure.BROKEN)
    JobFactory.create()
    assert queries.unfinished(user.id) == 2


def test_a_worker_that_is_silent_for_too_long_has_left_its_job() -> None:
    left = JobFactory.create(state=JobState.RUNNING, beat_at=NOW - 2 * SILENCE)
    JobFactory.create(state=JobState.RUNNING, beat_at=NOW)
    assert [*queries.abandoned(NOW)] == [left]


def test_what_waits_for_a_while_was_overlooked() -> None:
    overlooked = JobFactory.create(asked_at=NOW - timedelta(minutes=1))
    JobFactory.create(asked_at=NOW)
    assert [*queries.overlooked(NOW)] == [overlooked.id]
    assert queries.find(overlooked.id) is overlooked


def test_the_last_day_of_a_file_is_kept() -> None:
    kept = JobFactory.create(**FILE)
    assert [*queries.kept_too_long(NOW)] == []
    assert [*queries.kept_too_long(NOW + timedelta(days=1))] == [kept]
    assert queries.with_files() == {kept.id}
