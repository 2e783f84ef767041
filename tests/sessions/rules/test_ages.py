from datetime import date

import pytest
from hypothesis import given, strategies as st

from lms.people.kinds import AgeGroup, BirthPrecision
from lms.sessions.rules import ages

FIRST_DAY = date(2014, 3, 12)
DAY, YEAR, AGE = BirthPrecision.DAY, BirthPrecision.YEAR, BirthPrecision.AGE


@pytest.mark.parametrize(
    ("born", "precision", "expected"),
    [
        (date(1996, 3, 12), DAY, AgeGroup.ADULT),  # eighteen that very day
        (date(1996, 3, 13), DAY, AgeGroup.MINOR),
        (date(1996, 12, 31), YEAR, AgeGroup.ADULT),  # only the year is meant
        (date(1997, 1, 1), YEAR, AgeGroup.MINOR),
        (date(1997, 1, 1), AGE, AgeGroup.MINOR),
    ],
)
def test_eighteen_on_the_first_day_makes_an_adult(
    born: date, precision: BirthPrecision, expected: AgeGroup
) -> None:
    group = ages.age_group(
        first_day=FIRST_DAY, born=born, precision=precision, category_of_minors=False
    )
    assert group is expected


@pytest.mark.parametrize(("minors", "expected"), [(True, "minor"), (False, "adult")])
def test_an_unknown_birth_follows_the_category(minors: bool, expected: str) -> None:
    group = ages.age_group(
        first_day=FIRST_DAY, born=None, precision=None, category_of_minors=minors
    )
    assert group == expected


@pytest.mark.parametrize(
    ("category", "born", "unwritten"),
    [
        ("malian-forces", date(1999, 1, 1), True),
        ("armed-movements", date(1999, 1, 1), True),
        ("malian-forces", date(1980, 1, 1), False),
        ("malian-forces", None, False),
        ("childrens-parliament", date(1999, 1, 1), False),
    ],
)
def test_a_minor_on_a_list_of_forces_stays_unwritten(
    category: str, born: date | None, unwritten: bool
) -> None:
    told = ages.must_stay_unwritten(
        top_category=category, first_day=FIRST_DAY, born=born, precision=DAY
    )
    assert told is unwritten


@given(st.dates(), st.dates(), st.dates(), st.sampled_from(BirthPrecision))
def test_nobody_grows_younger(
    born: date, one: date, other: date, precision: BirthPrecision
) -> None:
    earlier, later = sorted([one, other])
    assert ages.age_on(earlier, born, precision) <= ages.age_on(later, born, precision)
