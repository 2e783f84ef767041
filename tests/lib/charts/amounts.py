"""Any amounts and any words, for pictures that must bear all of them."""

from hypothesis import strategies as st

from lms.lib.charts.amounts import Amount, Certainty, Words

NUMBERS = st.one_of(st.integers(0, 5), st.integers(0, 10**4), st.integers(0, 10**400))
AMOUNTS = st.builds(Amount, NUMBERS, st.text(max_size=9), st.sampled_from(Certainty))
WORDS = st.builds(Words, st.text(max_size=8), st.text(max_size=40), st.text(max_size=40))
SAID = Words("trained", "Persons trained", "Three and four.")


def exact(value: int) -> Amount:
    return Amount(value, str(value))


def at_least(value: int) -> Amount:
    return Amount(value, f"≥ {value}", Certainty.AT_LEAST)


def masked(value: int) -> Amount:
    return Amount(value, "<5", Certainty.MASKED)
