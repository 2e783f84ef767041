from datetime import date

import pytest
from hypothesis import given, strategies as st

from lms.courses import rules
from lms.courses.rules import Force

MARCH = date(2014, 3, 1)
JUNE = date(2014, 6, 30)
JULY = date(2014, 7, 1)

days = st.dates(date(2013, 1, 1), date(2016, 12, 31))


@st.composite
def forces(draw: st.DrawFn) -> Force:
    first = draw(days)
    last = draw(st.none() | days)
    return Force(first, max(first, last) if last else None)


def test_a_version_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Force(JULY, MARCH)


@pytest.mark.parametrize(
    ("force", "expected"),
    [
        (Force(JULY), True),
        (Force(MARCH, JULY), True),
        (Force(MARCH, JUNE), False),
        (Force(date(2014, 7, 2)), False),
    ],
)
def test_both_ends_are_in_force(force: Force, expected: bool) -> None:
    assert rules.covers(force, JULY) is expected


def test_a_new_version_ends_the_one_before_on_the_eve() -> None:
    assert rules.cut_short(Force(MARCH), Force(JULY)) == Force(MARCH, JUNE)


def test_a_new_version_of_the_same_day_leaves_nothing_of_the_other() -> None:
    assert rules.cut_short(Force(JULY), Force(JULY)) is None


def test_a_version_that_begins_later_is_not_cut() -> None:
    assert rules.cut_short(Force(JULY), Force(MARCH)) == Force(JULY)


@given(forces(), forces())
def test_overlap_does_not_depend_on_order(one: Force, other: Force) -> None:
    assert rules.overlap(one, other) == rules.overlap(other, one)


@given(forces(), forces(), days)
def test_cutting_takes_away_no_day_before_the_new_version(
    earlier: Force, later: Force, day: date
) -> None:
    left = rules.cut_short(earlier, later)
    if day < later.first:
        assert rules.covers(earlier, day) == (left is not None and rules.covers(left, day))


@given(forces(), forces())
def test_what_is_left_of_an_earlier_version_never_meets_the_new_one(
    earlier: Force, later: Force
) -> None:
    left = rules.cut_short(earlier, later)
    if left is not None and earlier.first <= later.first:
        assert not rules.overlap(left, later)
