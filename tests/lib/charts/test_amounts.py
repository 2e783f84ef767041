import pytest

from lms.lib.charts.amounts import Amount, Certainty, largest, share


def test_nothing_below_zero_can_be_drawn() -> None:
    with pytest.raises(ValueError, match="below zero"):
        Amount(-9, "−9")


def test_a_hidden_amount_has_no_size() -> None:
    assert largest([Amount(4, "<5", Certainty.MASKED)]) == 0


def test_what_is_not_nothing_is_never_drawn_as_nothing() -> None:
    assert share(Amount(1, "1"), 10**9) > 0
    assert share(Amount(0, "0"), 10**9) == 0
