from fractions import Fraction

from lms.demo.answers import AnswerSheet, wrong
from lms.quizzes.grading import Key, worth


def test_a_wrong_answer_gains_nothing() -> None:
    single = Key(offered=frozenset({1, 2, 3}), right=frozenset({2}))
    multiple = Key(offered=frozenset({1, 2, 3, 4}), right=frozenset({1, 2}))
    for key in (single, multiple):
        assert worth(key, wrong(key)) == Fraction(0)


def test_a_sheet_is_filled_question_by_question() -> None:
    sheet = AnswerSheet(((7, frozenset({1}), frozenset({2})), (8, frozenset({3}), frozenset({4}))))
    assert sheet.filled((True, False)) == {7: frozenset({1}), 8: frozenset({4})}
