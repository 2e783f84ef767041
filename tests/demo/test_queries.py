import pytest

from lms.demo.queries import holds_anything, sign_ins
from lms.people import reference
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.usefixtures("database")


def test_reference_data_alone_is_nobodys_work() -> None:
    reference.load()
    assert not holds_anything()


def test_one_account_makes_a_database_somebodys() -> None:
    UserFactory.create()
    assert holds_anything()


def test_a_real_unit_has_no_sample_sign_ins() -> None:
    UserFactory.create()
    assert sign_ins() is None
