import pytest
from sqlalchemy.exc import IntegrityError

from lms.sessions.outcome import Outcome
from tests.factories.sessions import (
    AttendanceMarkFactory,
    HeadcountFactory,
    ParticipationFactory,
)

pytestmark = pytest.mark.usefixtures("database")


def test_nobody_is_in_a_session_twice() -> None:
    one = ParticipationFactory.create()
    with pytest.raises(IntegrityError):
        ParticipationFactory.create(training_session=one.training_session, person=one.person)


def test_a_pass_code_is_given_once_in_a_session() -> None:
    one = ParticipationFactory.create()
    ParticipationFactory.create(pass_code=one.pass_code)
    with pytest.raises(IntegrityError):
        ParticipationFactory.create(training_session=one.training_session, pass_code=one.pass_code)


def test_a_mark_of_one_device_is_stored_once() -> None:
    AttendanceMarkFactory.create(client_uuid="a")
    with pytest.raises(IntegrityError):
        AttendanceMarkFactory.create(client_uuid="a")


@pytest.mark.parametrize("wrong", [{"count": 0}, {"outcome": Outcome.NONE}])
def test_a_headcount_counts_somebody(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        HeadcountFactory.create(**wrong)
