import pytest

from lms.accounts.actors import SYSTEM
from lms.figures.reports.proving.checking import check
from tests.factories.people import PersonFactory, SuggestionFactory
from tests.figures.given import session_with
from tests.figures.reports.given import prepared

pytestmark = pytest.mark.usefixtures("database")


def test_a_person_who_may_be_another_blocks_unless_the_range_is_printed() -> None:
    one, other = PersonFactory.create(), PersonFactory.create()
    session_with({one: "P", other: "P"})
    SuggestionFactory.create(person=one, candidate=other)
    found = check(prepared(), SYSTEM)
    assert found.undecided
    assert found.blocking
    assert not check(prepared(print_range=True), SYSTEM).blocking


def test_sessions_that_are_open_are_named() -> None:
    there = session_with({PersonFactory.create(): "P"}, close=False)
    assert [it.id for it in check(prepared(), SYSTEM).open_sessions] == [there.id]
