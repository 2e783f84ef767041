"""Ranks inside names."""

import pytest

from lms.lists.reading.words.ranks import is_rank, take_first, take_last


@pytest.mark.parametrize("text", ["Adj", "A/C", "1ère Cl", "Lt-Col", "Warrant Officer"])
def test_a_rank_is_known_spelt_out_or_abbreviated(text: str) -> None:
    assert is_rank(text)


def test_a_name_is_no_rank() -> None:
    assert not is_rank("Traoré")


def test_the_longest_rank_in_front_is_taken() -> None:
    assert take_first(["Lt", "Col", "Traoré", "Issa"]) == ("Lt Col", ["Traoré", "Issa"])
    assert take_first(["Traoré", "Issa"]) == ("", ["Traoré", "Issa"])


def test_behind_a_rank_two_words_of_a_name_are_left() -> None:
    assert take_last(["Traoré", "Issa", "Sgt"]) == ("Sgt", ["Traoré", "Issa"])
    assert take_last(["Traoré", "Major"]) == ("", ["Traoré", "Major"])
