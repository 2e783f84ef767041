import pytest

from lms.extensions import db
from lms.figures.events import candidates
from tests.factories.people import PersonFactory
from tests.factories.sessions import PlaceFactory
from tests.figures.events.given import held, twins

pytestmark = pytest.mark.usefixtures("database")


def found(*, common: bool) -> list[tuple[int, int]]:
    query = candidates.unsettled(None, most=10)
    if common:
        query = query.where(candidates.with_something_common())
    return [(it.one_id, it.other_id) for it in db.session.execute(query)]


def test_sessions_with_nothing_in_common_are_candidates_until_that_is_asked() -> None:
    one = held(PlaceFactory.create(), PersonFactory.create_batch(1))
    other = held(one.place, PersonFactory.create_batch(1))
    assert found(common=False) == [(one.id, other.id)]
    assert found(common=True) == []


def test_a_person_in_both_is_something_common() -> None:
    one, other = twins()
    assert found(common=True) == [(one.id, other.id)]


def test_a_merged_record_in_either_may_be_something_common() -> None:
    merged = PersonFactory.create(merged_into_id=PersonFactory.create().id)
    one = held(PlaceFactory.create(), PersonFactory.create_batch(1))
    other = held(one.place, [merged])
    assert found(common=True) == [(one.id, other.id)]
