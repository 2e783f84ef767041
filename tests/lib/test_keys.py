from pathlib import Path

import pytest

from lms.lib.keys import Key, verifies

CONTENT = b"55 persons trained"

# RFC 8032, section 7.1, test 2.
PRIVATE = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
SIGNATURE = (
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


def test_it_signs_as_the_standard_says(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text(PRIVATE)
    key = Key.kept_at(path)
    assert (key.public, key.sign(b"\x72")) == (PUBLIC, SIGNATURE)


def test_a_key_is_made_once_and_read_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "reports"
    made = Key.kept_at(path)
    assert Key.kept_at(path).public == made.public
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_was_signed_verifies_and_anything_else_does_not(tmp_path: Path) -> None:
    key, other = Key.kept_at(tmp_path / "one"), Key.kept_at(tmp_path / "other")
    signature = key.sign(CONTENT)
    assert verifies(CONTENT, signature=signature, public=key.public)
    assert not verifies(CONTENT + b"s", signature=signature, public=key.public)
    assert not verifies(CONTENT, signature=signature, public=other.public)


@pytest.mark.parametrize("nonsense", ["", "zz", "00", "é"])
def test_nonsense_verifies_nothing(tmp_path: Path, nonsense: str) -> None:
    key = Key.kept_at(tmp_path / "key")
    assert not verifies(CONTENT, signature=nonsense, public=key.public)
    assert not verifies(CONTENT, signature=key.sign(CONTENT), public=nonsense)
