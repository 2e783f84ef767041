from pathlib import Path

from hypothesis import given, strategies as st

from lms.files.storage import digest_of, path_of, put


def test_content_stands_under_its_digest(tmp_path: Path) -> None:
    digest = put(tmp_path, b"Nom;J1")
    assert path_of(tmp_path, digest) == tmp_path / digest[:2] / digest
    assert path_of(tmp_path, digest).read_bytes() == b"Nom;J1"


def test_the_same_content_is_written_once(tmp_path: Path) -> None:
    assert put(tmp_path, b"x") == put(tmp_path, b"x")
    assert len([it for it in tmp_path.rglob("*") if it.is_file()]) == 1


@given(st.binary(), st.binary())
def test_different_contents_have_different_digests(one: bytes, other: bytes) -> None:
    assert (digest_of(one) == digest_of(other)) == (one == other)
