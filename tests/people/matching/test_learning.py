"""Few decisions move little, many of one mind move much."""

import pytest
from hypothesis import given, strategies as st

from lms.people.matching.learning import FURTHEST, Decided, taught

PATTERN = ("same", "close")
decisions = st.lists(
    st.builds(
        Decided,
        pattern=st.sampled_from([PATTERN, ("same", "same"), ("part", "same")]),
        likelihood=st.floats(0, 1),
        same=st.booleans(),
    ),
    max_size=60,
)


def alike(count: int, *, same: bool, likelihood: float = 0.5) -> list[Decided]:
    """Return so many decisions of one mind."""
    return [Decided(pattern=PATTERN, likelihood=likelihood, same=same)] * count


def test_nothing_decided_teaches_nothing() -> None:
    assert taught([]) == {}


@pytest.mark.parametrize("same", [True, False])
def test_three_decisions_move_little_and_fifty_much(same: bool) -> None:
    few = abs(taught(alike(3, same=same))[PATTERN])
    many = abs(taught(alike(50, same=same))[PATTERN])
    assert few < 0.5
    assert many > 1.5


def test_answers_as_matching_expected_change_nothing() -> None:
    half = [*alike(10, same=True), *alike(10, same=False)]
    assert taught(half)[PATTERN] == pytest.approx(0)


def test_one_pattern_says_nothing_of_another() -> None:
    assert set(taught(alike(5, same=True))) == {PATTERN}


@given(st.integers(1, 400), st.floats(0, 0.98))
def test_decided_the_same_each_time_never_lowers(count: int, likelihood: float) -> None:
    assert taught(alike(count, same=True, likelihood=likelihood))[PATTERN] >= 0


@given(st.integers(1, 400), st.floats(0.02, 1))
def test_decided_different_each_time_never_raises(count: int, likelihood: float) -> None:
    assert taught(alike(count, same=False, likelihood=likelihood))[PATTERN] <= 0


@given(decisions, st.randoms(use_true_random=False))
def test_the_order_of_decisions_makes_no_difference(
    decided: list[Decided], chance: object
) -> None:
    other = list(decided)
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert taught(decided) == taught(other)


@given(decisions)
def test_no_teaching_goes_beyond_its_bound(decided: list[Decided]) -> None:
    assert all(abs(it) <= FURTHEST for it in taught(decided).values())
