"""Between which numbers a total lies until every doubt is settled (R14)."""

from dataclasses import replace
from datetime import date

from hypothesis import given, strategies as st

from lms.figures.counting.ranges import Range, as_one, bounds
from lms.figures.counting.values import CountedFact
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.outcome import Outcome

FACT = CountedFact(
    id=1,
    person=1,
    training_session=1,
    category="malian-army",
    region="ML07",
    outcome=Outcome.TRAINED,
    sex=Sex.MALE,
    age_group=AgeGroup.ADULT,
    last_day=date(2014, 3, 14),
)
PAIRS = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=8)


def people(pairs: list[tuple[int, int]]) -> set[int]:
    facts = [replace(FACT, id=it, person=it) for it in range(1, 10)]
    return {it.person for it in as_one(facts, pairs)}


def test_a_pair_counts_once() -> None:
    assert len(people([(3, 7)])) == 8


def test_pairs_that_share_somebody_are_one_person() -> None:
    assert len(people([(3, 7), (7, 9), (9, 3)])) == 7


def test_three_to_be_checked_lie_between_201_and_204() -> None:
    assert bounds(204, 201, 3) == Range(doubtful=3, lowest=201, highest=204)


def test_marks_united_may_raise_a_total() -> None:
    assert bounds(0, 1, 1) == Range(doubtful=1, lowest=0, highest=1)


def test_what_no_doubt_touches_has_no_range() -> None:
    assert bounds(204, 204, 3) is None
    assert bounds(204, 201, 0) is None


@given(PAIRS)
def test_the_order_of_pairs_makes_no_difference(pairs: list[tuple[int, int]]) -> None:
    assert people(pairs) == people(pairs[::-1])


@given(PAIRS)
def test_more_doubts_never_raise_the_lowest(pairs: list[tuple[int, int]]) -> None:
    for known in range(len(pairs)):
        assert len(people(pairs[: known + 1])) <= len(people(pairs[:known]))
