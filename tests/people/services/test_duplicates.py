import pytest

from lms import clock
from lms.accounts.actors import SYSTEM
from lms.errors import NotAllowed
from lms.extensions import db
from lms.people.models import Person, Suggestion
from lms.people.services.duplicates import MOST_BEARERS, look
from tests.factories.people import (
    DistinctionFactory,
    PersonFactory,
    PersonNameFactory,
    SuggestionFactory,
)
from tests.web.register.given import HEAD, TRAINER, merged

pytestmark = pytest.mark.usefixtures("database")


def known(name_key: str = "jara|awa", **values: object) -> Person:
    """Return a record of somebody with one spelling."""
    person: Person = PersonFactory.create(**({"phone": "+22376000017"} | values))
    PersonNameFactory.create(person=person, name_key=name_key)
    return person


def found() -> list[tuple[int, int]]:
    look(now=clock.now(), actor=SYSTEM)
    return [(it.person_id, it.candidate_id) for it in db.session.query(Suggestion)]


def test_the_later_record_is_asked_about_against_the_earlier() -> None:
    one, other = known(), known()
    assert found() == [(other.id, one.id)]


def test_looking_twice_asks_once() -> None:
    known(), known()
    assert (look(now=clock.now(), actor=HEAD), look(now=clock.now(), actor=HEAD)) == (1, 0)


def test_different_names_with_one_phone_are_not_asked_about() -> None:
    known("jara|awa")
    known("coulibali|musa")
    assert found() == []


def test_who_was_told_apart_or_merged_or_asked_is_left_alone() -> None:
    one, other = known(), known()
    DistinctionFactory.create(one=one, other=other)
    assert found() == []
    survivor, record = known("sise|issa", phone="+22376000018"), known("sise|issa", phone=None)
    merged(record, survivor)
    assert found() == []
    asked, candidate = known("ture|ali", phone=None), known("ture|ali", phone=None)
    SuggestionFactory.create(person=asked, candidate=candidate)
    assert found() == [(asked.id, candidate.id)]


def test_a_name_that_very_many_bear_says_nothing() -> None:
    for number in range(MOST_BEARERS + 1):
        known(phone=f"+2237600{number:04d}")
    assert found() == []


def test_a_trainer_may_not_look() -> None:
    with pytest.raises(NotAllowed):
        look(now=clock.now(), actor=TRAINER)
