import hashlib

import pytest

from lms.accounts.tokens import secret


def test_a_token_holds_at_least_160_bits_that_nobody_can_guess() -> None:
    minted = [secret.mint() for _ in range(20)]
    hidden = {it.whole.rpartition("_")[2] for it in minted}
    assert len(hidden) == 20
    assert all(len(it) * 4 >= 160 for it in hidden)


def test_what_is_kept_does_not_give_the_token_back() -> None:
    minted = secret.mint()
    assert minted.digest == hashlib.sha256(minted.whole.encode()).hexdigest()
    assert minted.whole.rpartition("_")[2] not in minted.digest + minted.prefix


def test_a_token_says_its_prefix() -> None:
    minted = secret.mint()
    assert secret.prefix_of(minted.whole) == minted.prefix


@pytest.mark.parametrize("text", ["", "kal_", "kal_0123456789_abc", "KAL_" + "0" * 59, "é" * 63])
def test_what_is_not_written_as_a_token_has_none(text: str) -> None:
    assert secret.prefix_of(text) is None


def test_only_the_token_itself_matches_what_is_kept() -> None:
    minted, other = secret.mint(), secret.mint()
    assert secret.matches(minted.digest, minted.whole)
    assert not secret.matches(minted.digest, other.whole)
    assert not secret.matches(None, minted.whole)
