from datetime import date

import pytest
from hypothesis import given, strategies as st

from lms.sessions.rules import releases


@pytest.mark.parametrize(
    ("day", "release"),
    [
        (date(2014, 3, 12), "cod-2015-04"),
        (date(2016, 1, 18), "cod-2015-04"),
        (date(2016, 1, 19), "cod-2021"),
        (date(2023, 3, 12), "cod-2021"),
        (date(2023, 3, 13), "reform-2023"),
        (date(1970, 1, 1), "cod-2015-04"),
    ],
)
def test_a_release_holds_from_its_first_day(day: date, release: str) -> None:
    assert releases.release_on(day) == release


@given(st.dates(), st.dates())
def test_later_days_have_later_releases(one: date, other: date) -> None:
    order = [it.code for it in releases.RELEASES]
    earlier, later = sorted([one, other])
    assert order.index(releases.release_on(earlier)) <= order.index(releases.release_on(later))
