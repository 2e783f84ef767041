"""Which records are one person, beyond what the services' tests see."""

import pytest

from lms.errors import NotFound
from lms.people import queries as people
from lms.people.kinds import Verdict
from lms.people.queries import identity
from tests.factories.people import MergeFactory, PersonFactory, SuggestionFactory

pytestmark = pytest.mark.usefixtures("database")


def test_what_does_not_exist_is_not_found() -> None:
    for find in (identity.merge, identity.suggestion):
        with pytest.raises(NotFound):
            find(1)


def test_open_pairs_stand_for_persons_each_once() -> None:
    survivor = PersonFactory.create()
    record = PersonFactory.create(merged_into_id=survivor.id)
    person = PersonFactory.create()
    SuggestionFactory.create(person=person, candidate=survivor)
    SuggestionFactory.create(person=person, candidate=record)
    SuggestionFactory.create(person=survivor, candidate=record)
    SuggestionFactory.create(verdict=Verdict.DIFFERENT)
    assert identity.open_pairs() == [(person.id, survivor.id)]


def test_the_latest_merge_settles_a_slot() -> None:
    survivor = PersonFactory.create()
    for state in ("absent", "present"):
        merged = PersonFactory.create(merged_into_id=survivor.id)
        MergeFactory.create(merged=merged, survivor=survivor, settled={"7": state})
    assert identity.settled([survivor.id]) == {survivor.id: {7: "present"}}
    assert identity.settled([]) == {}


def test_a_number_is_that_of_the_record_that_stands_for_the_person() -> None:
    survivor = PersonFactory.create(service_number_key="12")
    PersonFactory.create(service_number_key="7", merged_into_id=survivor.id)
    PersonFactory.create(service_number_key="12", merged_into_id=survivor.id)
    assert people.by_service_number(["07", "12"]) == {"7": [survivor], "12": [survivor]}
