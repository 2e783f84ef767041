import pytest
from hypothesis import given, strategies as st

from lms.certificates.rules import numbers
from lms.lib.check_characters import ALPHANUMERIC

prefixes = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=1, max_size=8)
runnings = st.integers(1, 9_999_999)


def test_a_number_is_written_as_on_paper() -> None:
    assert numbers.write_number("CP", 2014, 123).startswith("CP-2014-000123-")


@given(prefixes, st.integers(2000, 2099), runnings)
def test_every_number_written_is_one(prefix: str, year: int, running: int) -> None:
    assert numbers.is_number(numbers.write_number(prefix, year, running))


@given(prefixes, runnings, st.data())
def test_one_wrong_letter_is_noticed(prefix: str, running: int, data: st.DataObject) -> None:
    number = numbers.write_number(prefix, 2014, running)
    places = [i for i, letter in enumerate(number) if letter != "-"]
    place = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from(sorted(set(ALPHANUMERIC) - {number[place]})))
    assert not numbers.is_number(number[:place] + other + number[place + 1 :])


def test_digits_swapped_are_nearly_always_noticed() -> None:
    swaps = unnoticed = 0
    for running in range(1, 1000):
        number = numbers.write_number("CP", 2014, running)
        for i in range(8, 13):
            if number[i] != number[i + 1]:
                swaps += 1
                swapped = number[:i] + number[i + 1] + number[i] + number[i + 2 :]
                unnoticed += numbers.is_number(swapped)
    assert unnoticed / swaps < 0.05


def test_two_running_numbers_never_write_the_same() -> None:
    written = {numbers.write_number("CP", 2014, running) for running in range(1, 2001)}
    assert len(written) == 2000


def test_codes_have_sixty_bits() -> None:
    assert len(set(numbers.CODE_LETTERS)) == 32
    codes = {numbers.new_code() for _ in range(500)}
    assert len(codes) == 500
    assert {len(code) for code in codes} == {12}


def test_a_code_is_spelled_in_groups() -> None:
    assert numbers.spell_code("7K4P2MTR9QXH") == "7K4P 2MTR 9QXH"


@pytest.mark.parametrize(
    "typed", ["7K4P 2MTR 9QXH", "7k4p-2mtr-9qxh", " 7K4P2MTR9QXH ", "7K4P\u00a02MTR\u202f9QXH"]
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert numbers.read_code(typed) == "7K4P2MTR9QXH"


def test_look_alikes_are_read_as_what_is_printed() -> None:
    assert numbers.read_code("oil0 oil0 u000") == "01100110V000"


@pytest.mark.parametrize("typed", ["", "7K4P", "7K4P 2MTR 9QX*", "7K4P 2MTR 9QXH 1"])
def test_what_cannot_be_a_code_is_not_one(typed: str) -> None:
    assert numbers.read_code(typed) is None


@given(st.text(numbers.CODE_LETTERS, min_size=12, max_size=12))
def test_what_is_spelled_reads_back(code: str) -> None:
    assert numbers.read_code(numbers.spell_code(code)) == code
