import pytest
from hypothesis import given, strategies as st

from lms.lib.check_characters import DIGITS, check_character
from lms.sessions import pass_codes

codes = st.integers(0, pass_codes.DRAWN - 1).map(
    lambda drawn: f"{drawn:06d}" + check_character(f"{drawn:06d}", DIGITS)
)


def test_a_code_that_is_taken_is_drawn_again() -> None:
    numbers = iter([418036, 418036, 7])
    first = pass_codes.draw(set(), below=lambda _: next(numbers))
    second = pass_codes.draw({first}, below=lambda _: next(numbers))
    assert first == "4180362"
    assert second[:6] == "000007"


@pytest.mark.parametrize("typed", ["4180362", "418 0362", " 418-03 62", "418.0362", "٤١٨٠٣٦٢"])
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert pass_codes.read(typed) == "4180362"


@pytest.mark.parametrize("typed", ["", "4180361", "418036", "41803620", "418O362", "²180362"])
def test_what_cannot_be_a_code_is_not_read(typed: str) -> None:
    assert pass_codes.read(typed) is None


@given(codes)
def test_what_is_shown_can_be_read(code: str) -> None:
    assert len(pass_codes.show(code)) == 8
    assert pass_codes.read(pass_codes.show(code)) == code


@given(codes, st.integers(0, 6), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(code: str, place: int, by: int) -> None:
    wrong = str((int(code[place]) + by) % 10)
    assert pass_codes.read(code[:place] + wrong + code[place + 1 :]) is None
