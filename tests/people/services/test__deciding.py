"""Who decides about records, and what two of them respect."""

from datetime import UTC, date, datetime

import pytest

from lms.accounts.actors import SYSTEM, Role
from lms.errors import NotAllowed
from lms.people.errors import RecordGone
from lms.people.services import _deciding
from tests.factories.accounts import UserFactory
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.usefixtures("database")
NOW = datetime(2014, 4, 1, 9, tzinfo=UTC)


def test_the_record_that_stands_for_a_person_is_found() -> None:
    survivor = PersonFactory.create()
    merged = PersonFactory.create(merged_into_id=survivor.id)
    assert _deciding.root(merged) is survivor
    assert _deciding.root(survivor) is survivor


def test_locking_a_record_looks_at_whoever_stands_for_it() -> None:
    """Others may decide about another record of the same person."""
    survivor = PersonFactory.create(erased_at=NOW)
    merged = PersonFactory.create(merged_into_id=survivor.id)
    with pytest.raises(RecordGone):
        _deciding.lock_both(merged, PersonFactory.create())


def test_a_birth_date_makes_a_minor_of_an_adult_category() -> None:
    child = PersonFactory.create(birth_date=date(2000, 1, 1))
    administrator = UserFactory.create(role=Role.ADMINISTRATOR).actor
    with pytest.raises(NotAllowed):
        _deciding.require_decider(child, now=NOW, actor=administrator)
    _deciding.require_decider(PersonFactory.create(), now=NOW, actor=administrator)
    _deciding.require_decider(child, now=NOW, actor=SYSTEM)
