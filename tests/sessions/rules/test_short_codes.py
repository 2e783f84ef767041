import pytest
from hypothesis import given, strategies as st

from lms.sessions.rules import short_codes


def first(codes: object) -> str:
    assert isinstance(codes, list)
    return str(codes[0])


@pytest.mark.parametrize(
    ("place", "prefix"),
    [("Gao", "GAO"), ("Ménaka", "MEN"), ("Ségou", "SEG"), ("Ké", "KEX"), ("", "XXX")],
)
def test_a_code_begins_like_the_place(place: str, prefix: str) -> None:
    assert short_codes.prefix(place) == prefix


def test_a_code_is_as_short_as_there_still_is_one() -> None:
    assert short_codes.draw("Gao", {"GAO2"}, choose=first) == "GAO3"
    all_of_one = {f"GAO{figure}" for figure in short_codes.FIGURES}
    assert short_codes.draw("Gao", all_of_one, choose=first) == "GAO22"


@pytest.mark.parametrize("typed", ["GAO7", " gao 7 ", "ga07", "GÀO-7"])
def test_a_code_is_read_as_it_was_meant(typed: str) -> None:
    assert short_codes.read(typed) == "GAO7"


@given(st.text(max_size=30), st.integers(0, 600))
def test_codes_are_unlike_each_other_and_read_back(place: str, number: int) -> None:
    taken: set[str] = set()
    for _ in range(number % 12):
        code = short_codes.draw(place, taken)
        assert 4 <= len(code) <= 8
        assert short_codes.read(code.lower()) == code
        taken.add(code)
    assert len(taken) == number % 12
