from datetime import date

import pytest
from hypothesis import given, strategies as st

from lms.quizzes import rules
from lms.quizzes.rules import Fault

FIRST_DAY = date(2014, 10, 6)


@pytest.mark.parametrize(
    ("correct", "single", "expected"),
    [
        ([], True, Fault.TOO_FEW),
        ([True], True, Fault.TOO_FEW),
        ([False, False], False, Fault.NONE_RIGHT),
        ([True, True], True, Fault.SEVERAL_RIGHT),
        ([True, True], False, None),
        ([False, True], True, None),
    ],
)
def test_choices_make_a_question(
    correct: list[bool], single: bool, expected: Fault | None
) -> None:
    assert rules.fault(correct, single=single) is expected


@given(st.lists(st.booleans(), max_size=6), st.booleans())
def test_the_order_of_choices_does_not_matter(correct: list[bool], single: bool) -> None:
    assert rules.fault(correct, single=single) is rules.fault(correct[::-1], single=single)


@pytest.mark.parametrize(
    ("effective_from", "offered"),
    [
        (None, True),
        (date(2014, 3, 7), True),
        (FIRST_DAY, True),
        (date(2014, 10, 7), False),
        (date(2015, 6, 18), False),
    ],
)
def test_an_induction_of_2014_is_not_asked_about_a_norm_of_2015(
    effective_from: date | None, offered: bool
) -> None:
    assert rules.offered(effective_from, FIRST_DAY) is offered
