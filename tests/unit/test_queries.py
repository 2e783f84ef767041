import pytest
from sqlalchemy import select

from lms.extensions import db
from lms.unit import queries
from lms.unit.models import UnitProfile

pytestmark = pytest.mark.usefixtures("database")


def test_a_new_house_has_a_plain_name_that_is_not_stored() -> None:
    profile = queries.profile()
    assert profile.name_fr
    assert profile.name_en
    assert not profile.is_sample
    db.session.flush()
    assert db.session.scalars(select(UnitProfile)).all() == []
