from datetime import timedelta

import pytest

from lms.sessions import pass_codes, queries
from lms.sessions.kinds import Status
from lms.sessions.queries.entry import OPEN_AFTER_CLOSING
from tests.sessions.given import NOW, given

pytestmark = pytest.mark.usefixtures("database")


def test_both_codes_open_one_participation_however_they_are_typed() -> None:
    it = given(people=2, short_code="GAO7")
    person = it.participations[1]
    shown = pass_codes.show(person.pass_code)
    assert queries.by_codes(" gao 7", shown, NOW) == person
    assert queries.by_codes("GAO8", shown, NOW) is None
    assert queries.by_codes("GAO7", "0000001", NOW) is None
    assert queries.by_codes("GAO7", "", NOW) is None


def test_a_pass_code_opens_nothing_in_another_session() -> None:
    it, other = given(people=1), given(short_code="KID2")
    assert (
        queries.by_codes(other.training_session.short_code, it.participations[0].pass_code, NOW)
        is None
    )


def test_a_cancelled_session_opens_nothing() -> None:
    it = given(people=1, status=Status.CANCELLED, short_code="GAO7")
    assert queries.by_codes("GAO7", it.participations[0].pass_code, NOW) is None


@pytest.mark.parametrize(("hours", "opens"), [(0, True), (1, False)])
def test_the_codes_open_for_thirty_days_after_closing(hours: int, *, opens: bool) -> None:
    it = given(people=1, status=Status.CLOSED, closed_at=NOW, short_code="GAO7")
    later = NOW + OPEN_AFTER_CLOSING + timedelta(hours=hours)
    found = queries.by_codes("GAO7", it.participations[0].pass_code, later)
    assert (found is not None) is opens


@pytest.mark.parametrize(("hours", "goes_on"), [(0, True), (1, False)])
def test_a_visit_goes_on_for_as_long_as_its_codes_open_one(hours: int, *, goes_on: bool) -> None:
    it = given(people=1, status=Status.CLOSED, closed_at=NOW)
    later = NOW + OPEN_AFTER_CLOSING + timedelta(hours=hours)
    assert queries.may_go_on(it.participations[0].id, later) is goes_on


def test_a_visit_ends_with_the_participation() -> None:
    it = given(people=1)
    assert queries.may_go_on(it.participations[0].id, NOW)
    assert not queries.may_go_on(it.participations[0].id + 1, NOW)
