from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, strategies as st

from lms.figures.counting.coverage import Coverage, coverage, trained_in
from lms.figures.counting.periods import Window
from lms.figures.counting.values import CountedFact
from tests.figures.counting.given import SENSITIZED, fact

ROTATION = Window(date(2014, 7, 1), date(2015, 6, 30))
BEFORE, WITHIN, AFTER = date(2014, 6, 30), date(2014, 11, 19), date(2015, 7, 1)
histories = st.lists(
    st.builds(fact, st.integers(1, 6), st.just("forces"), last_day=st.dates(BEFORE, AFTER)),
    max_size=15,
)


def test_who_was_trained_before_and_again_counts_for_the_rotation_of_the_last_time() -> None:
    facts = [fact(1, "forces", last_day=it) for it in (WITHIN, BEFORE)]
    facts += [fact(2, "forces", last_day=it) for it in (WITHIN, AFTER)]
    assert trained_in(facts, ROTATION) == {1}


def test_both_ends_of_a_rotation_are_in_it() -> None:
    facts = [
        fact(it, "forces", last_day=day)
        for it, day in enumerate((BEFORE, ROTATION.first, ROTATION.last, AFTER))
    ]
    assert trained_in(facts, ROTATION) == {1, 2}


def test_sensitized_is_no_training() -> None:
    facts = [fact(1, "forces", last_day=BEFORE), fact(1, "forces", SENSITIZED, last_day=WITHIN)]
    assert trained_in(facts, ROTATION) == frozenset()
    assert trained_in(facts, Window(BEFORE, BEFORE)) == {1}


def test_a_share_is_said_up_to_a_hundred_per_cent() -> None:
    assert Coverage(persons=30, strength=40).share == Fraction(3, 4)
    assert Coverage(persons=40, strength=40).share == 1
    assert Coverage(persons=41, strength=40).share is None
    assert Coverage(persons=41, strength=40).outdated


def test_a_strength_nobody_declared_is_said_so_and_no_share() -> None:
    missing = coverage([fact(1, "forces", last_day=WITHIN)], rotation=ROTATION, strength=None)
    assert (missing.undeclared, missing.share, missing.outdated) == (True, None, False)
    assert not Coverage(persons=0, strength=40).undeclared
    assert Coverage(persons=0, strength=40).share == 0


def test_of_a_unit_without_strength_there_is_no_share() -> None:
    assert Coverage(persons=0, strength=0).share is None
    assert not Coverage(persons=0, strength=0).outdated
    assert Coverage(persons=1, strength=0).outdated


@given(histories, st.dates(BEFORE, ROTATION.last - timedelta(days=1)))
def test_everybody_trained_belongs_to_one_rotation(facts: list[CountedFact], cut: date) -> None:
    rotations = [Window(BEFORE, cut), Window(cut + timedelta(days=1), AFTER)]
    found = [coverage(facts, rotation=it, strength=10).persons for it in rotations]
    assert sum(found) == len({it.person for it in facts})
