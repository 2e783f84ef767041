import pytest
from sqlalchemy.exc import IntegrityError

from tests.factories.figures import EventAnswerFactory
from tests.factories.sessions import TrainingSessionFactory

pytestmark = pytest.mark.usefixtures("database")


def test_two_sessions_have_one_answer_the_lower_number_first() -> None:
    one, other = TrainingSessionFactory.create_batch(2)
    with pytest.raises(IntegrityError):
        EventAnswerFactory.create(one=other, other=one)
