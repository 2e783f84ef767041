from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, strategies as st

from lms.quizzes import grading
from lms.quizzes.grading import Grade, Key

FOUR = frozenset({1, 2, 3, 4})
ONE_RIGHT = Key(offered=FOUR, right=frozenset({3}))
TWO_RIGHT = Key(offered=FOUR, right=frozenset({1, 2}))

numbers = st.frozensets(st.integers(1, 8), max_size=8)


@st.composite
def keys(draw: st.DrawFn) -> Key:
    offered = draw(st.frozensets(st.integers(1, 8), min_size=1, max_size=8))
    right = draw(st.frozensets(st.sampled_from(sorted(offered)), min_size=1))
    return Key(offered=offered, right=right)


quizzes = st.dictionaries(st.integers(1, 20), keys(), max_size=10)
sheets = st.dictionaries(st.integers(1, 25), numbers, max_size=12)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [({3}, Fraction(1)), ({1}, Fraction(0)), ({1, 3}, Fraction(0)), (set(), Fraction(0))],
)
def test_a_single_choice_gives_all_or_nothing(chosen: set[int], expected: Fraction) -> None:
    assert grading.worth(ONE_RIGHT, frozenset(chosen)) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({1, 2}, Fraction(1)),
        ({1}, Fraction(1, 2)),
        ({1, 2, 3}, Fraction(1, 2)),
        ({1, 3}, Fraction(0)),
        ({3, 4}, Fraction(0)),
        ({1, 2, 3, 4}, Fraction(0)),
        (set(), Fraction(0)),
    ],
)
def test_each_wrong_choice_takes_back_a_right_one(chosen: set[int], expected: Fraction) -> None:
    assert grading.worth(TWO_RIGHT, frozenset(chosen)) == expected


def test_an_open_question_still_counts_as_possible() -> None:
    graded = grading.grade({1: ONE_RIGHT, 2: TWO_RIGHT}, {1: frozenset({3})})
    assert graded == Grade(points=Fraction(1), possible=2)
    assert graded.share == Fraction(1, 2)


def test_a_quiz_of_no_question_is_worth_nothing() -> None:
    empty = grading.grade({}, {})
    assert empty.share == 0
    assert not grading.passes(empty.share, 70)


def test_a_key_without_a_right_choice_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="right choice"):
        Key(offered=FOUR, right=frozenset())
    with pytest.raises(ValueError, match="right choice"):
        Key(offered=FOUR, right=frozenset({9}))


@pytest.mark.parametrize(
    ("share", "shown", "passed"),
    [
        (Fraction(7, 10), 70, True),
        (Fraction(2, 3), 66, False),
        (Fraction(69999, 100000), 69, False),
        (Fraction(1), 100, True),
        (Fraction(0), 0, False),
    ],
)
def test_the_mark_is_reached_by_the_exact_share(share: Fraction, shown: int, passed: bool) -> None:
    assert grading.percent(share) == shown
    assert grading.passes(share, 70) is passed


@given(st.fractions(0, 1), st.integers(0, 100))
def test_the_percentage_shown_never_contradicts_the_decision(share: Fraction, mark: int) -> None:
    assert grading.passes(share, mark) is (grading.percent(share) >= mark)


def test_the_points_needed_are_exact() -> None:
    assert grading.needed(10, 70) == 7
    assert grading.needed(9, 70) == Fraction(63, 10)


@given(keys(), numbers)
def test_an_answer_is_worth_between_nothing_and_a_point(key: Key, chosen: frozenset[int]) -> None:
    assert 0 <= grading.worth(key, chosen) <= 1


@given(keys(), numbers)
def test_only_the_right_choices_and_no_other_give_the_whole_point(
    key: Key, chosen: frozenset[int]
) -> None:
    whole = chosen & key.offered == key.right
    assert (grading.worth(key, chosen) == 1) is whole


@given(keys(), numbers, st.integers(1, 8))
def test_adding_a_wrong_choice_never_gains(key: Key, chosen: frozenset[int], another: int) -> None:
    if another not in key.right:
        assert grading.worth(key, chosen | {another}) <= grading.worth(key, chosen)


@given(quizzes, sheets, st.randoms(use_true_random=False))
def test_the_order_of_questions_and_answers_does_not_matter(
    quiz: dict[int, Key], sheet: dict[int, frozenset[int]], chance: Random
) -> None:
    mixed_quiz = dict(chance.sample(sorted(quiz.items(), key=repr), len(quiz)))
    mixed_sheet = dict(chance.sample(sorted(sheet.items(), key=repr), len(sheet)))
    assert grading.grade(quiz, sheet) == grading.grade(mixed_quiz, mixed_sheet)


@given(quizzes, sheets)
def test_a_grade_stays_within_its_bounds(
    quiz: dict[int, Key], sheet: dict[int, frozenset[int]]
) -> None:
    graded = grading.grade(quiz, sheet)
    assert graded.possible == len(quiz)
    assert 0 <= graded.share <= 1
    assert 0 <= grading.percent(graded.share) <= 100


@given(quizzes)
def test_answering_by_the_key_gains_everything(quiz: dict[int, Key]) -> None:
    sheet = {question: key.right for question, key in quiz.items()}
    assert grading.grade(quiz, sheet).points == len(quiz)
