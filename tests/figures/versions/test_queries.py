import pytest

from lms.accounts.actors import SYSTEM, Role
from lms.errors import NotAllowed, NotFound
from lms.figures.versions import queries
from tests.factories.accounts import UserFactory
from tests.figures.reports.given import WINDOW
from tests.figures.versions.given import edge, stricter

pytestmark = pytest.mark.usefixtures("database")


def test_versions_are_listed_newest_first() -> None:
    one, other = stricter(), stricter(minimum_share=90)
    assert [it.id for it in queries.listed(SYSTEM)] == [other.id, one.id]


def test_one_that_does_not_exist_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.get(99, SYSTEM)


def test_trainers_read_no_versions() -> None:
    with pytest.raises(NotAllowed):
        queries.listed(UserFactory.create(role=Role.TRAINER).actor)


def test_closed_sessions_of_a_window_are_counted() -> None:
    edge()
    assert queries.closed_in(WINDOW) == 1


def test_the_first_version_adopted_is_the_second() -> None:
    assert queries.next_number() == 2
