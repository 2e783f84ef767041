from datetime import timedelta

import pytest
from flask_babel import force_locale

from lms.figures.background import labels
from lms.figures.background.wanted import Content
from lms.figures.release.cells import Audience
from lms.jobs.kinds import Failure, JobState
from lms.jobs.models import Job
from tests.factories.jobs import JobFactory
from tests.figures.background.given import wanted
from tests.jobs.given import NOW

pytestmark = pytest.mark.usefixtures("database")


def job(content: Content = Content.XLSX, **changes: object) -> Job:
    it: Job = JobFactory.create(asked=wanted(content, Audience.OUTSIDE).row, **changes)
    return it


def test_every_content_and_every_failure_has_its_words() -> None:
    assert labels.CONTENTS.keys() == {*Content}
    assert labels.FAILURES.keys() == {*Failure}


def test_a_job_says_what_file_of_which_days_for_whom() -> None:
    with force_locale("en"):
        assert labels.what(job()) == "XLSX, a sheet a measure"
        assert labels.about(job()) == "1–31 March 2014. For outside: small numbers masked."
        assert labels.about(job(Content.FACTS)) == "1–31 March 2014. For inside: full numbers."


def test_a_job_whose_worker_is_gone_has_failed_before_anybody_wrote_it_down() -> None:
    lost = job(state=JobState.RUNNING, beat_at=NOW)
    with force_locale("en"):
        assert labels.failure(lost, NOW) == ""
        assert "interrupted" in labels.failure(lost, NOW + timedelta(hours=1))


def test_a_job_that_failed_says_why() -> None:
    failed = job(state=JobState.FAILED, failure=Failure.DISK_FULL)
    with force_locale("en"):
        assert "disk of the server is full" in labels.failure(failed, NOW)


@pytest.mark.parametrize(
    ("size", "english", "french"),
    [
        (10, "1 KB", "1\u00a0Ko"),
        (29_199, "29 KB", "29\u00a0Ko"),
        (3_400_000, "3.4 MB", "3,4\u00a0Mo"),
    ],
)
def test_a_size_is_said_as_each_language_writes_it(size: int, english: str, french: str) -> None:
    with force_locale("en"):
        assert labels.size(job(size=size)) == english
    with force_locale("fr"):
        assert labels.size(job(size=size)) == french


def test_a_share_is_said_in_per_cent() -> None:
    with force_locale("en"):
        assert labels.share(job(progress=40)) == "40%"
