import pytest
from hypothesis import given, strategies as st

from lms.lib.check_characters import ALPHANUMERIC, DIGITS, check_character

alphabets = st.sampled_from([DIGITS, ALPHANUMERIC])


@pytest.mark.parametrize(
    ("text", "alphabet", "check"),
    [
        ("A12425GABC1234002", ALPHANUMERIC, "M"),  # the worked example of ISO 7064, mod 37,36
        ("0794", DIGITS, "5"),  # the worked example of ISO 7064, mod 11,10
        ("418036", DIGITS, "2"),
    ],
)
def test_it_follows_the_standard(text: str, alphabet: str, check: str) -> None:
    assert check_character(text, alphabet) == check


@given(st.data(), alphabets)
def test_one_wrong_character_is_always_noticed(data: st.DataObject, alphabet: str) -> None:
    text = data.draw(st.text(alphabet, min_size=1, max_size=20))
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from(sorted(set(alphabet) - {text[place]})))
    wrong = text[:place] + other + text[place + 1 :]
    assert check_character(wrong, alphabet) != check_character(text, alphabet)


@given(st.text(ALPHANUMERIC, max_size=12))
def test_what_only_separates_makes_no_difference(text: str) -> None:
    assert check_character("-".join(text), ALPHANUMERIC) == check_character(text, ALPHANUMERIC)
