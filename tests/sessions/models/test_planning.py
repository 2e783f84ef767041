from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from tests.factories.sessions import FIRST_DAY, SlotFactory, TrainingSessionFactory

pytestmark = pytest.mark.usefixtures("database")


def test_the_trail_names_a_session_by_its_number() -> None:
    training_session = TrainingSessionFactory.create()
    assert training_session.tag == f"training_session:{training_session.id}"


@pytest.mark.parametrize("wrong", [{"last_day": FIRST_DAY - timedelta(1)}, {"capacity": 0}])
def test_the_database_refuses_what_cannot_be(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        TrainingSessionFactory.create(**wrong)


def test_a_slot_lasts_and_stands_alone_in_its_place() -> None:
    training_session = TrainingSessionFactory.create()
    SlotFactory.create(training_session=training_session)
    with pytest.raises(IntegrityError):
        SlotFactory.create(training_session=training_session)
