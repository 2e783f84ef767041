from datetime import date

import pytest
from hypothesis import given, strategies as st

from lms.sessions.rules.ages import SERVING, must_stay_unwritten

FIRST_DAY = date(2014, 3, 12)


@pytest.mark.parametrize(
    ("category", "birth_date", "unwritten"),
    [
        ("malian-forces", date(1996, 3, 13), True),
        ("malian-forces", date(1996, 3, 12), False),  # eighteen that very day
        ("armed-movements", date(1999, 1, 1), True),
        ("malian-forces", None, False),
        ("childrens-parliament", date(1999, 1, 1), False),
    ],
)
def test_a_minor_on_a_list_of_forces_stays_unwritten(
    category: str, birth_date: date | None, *, unwritten: bool
) -> None:
    told = must_stay_unwritten(top_category=category, first_day=FIRST_DAY, birth_date=birth_date)
    assert told is unwritten


days = st.dates(date(1950, 1, 1), date(2050, 12, 31))


@given(st.sampled_from(sorted(SERVING)), days, days, days)
def test_whoever_may_be_written_may_be_written_later_too(
    category: str, birth_date: date, one: date, other: date
) -> None:
    earlier, later = (
        must_stay_unwritten(top_category=category, first_day=day, birth_date=birth_date)
        for day in sorted([one, other])
    )
    assert later <= earlier
