"""Frequent names decide an order of words."""

import pytest

from lms.lists.reading.words.known import leaning


@pytest.mark.parametrize(
    ("word", "side"), [("TRAORE", 1), ("Koné", 1), ("Awa", -1), ("Mamadou", -1), ("Gao", 0)]
)
def test_a_frequent_name_leans_to_its_end(word: str, side: int) -> None:
    assert leaning(word) == side
