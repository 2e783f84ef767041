import pytest
from sqlalchemy.exc import IntegrityError

from lms.jobs.kinds import JobState
from tests.factories.jobs import JobFactory

pytestmark = pytest.mark.usefixtures("database")


def test_the_trail_knows_a_job_by_its_number() -> None:
    job = JobFactory.create()
    assert job.tag == f"job:{job.id}"


@pytest.mark.parametrize(
    "state", [{"state": JobState.DONE}, {"state": JobState.FAILED}, {"progress": 101}]
)
def test_a_job_that_ended_has_a_file_or_says_why(state: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        JobFactory.create(**state)
