import errno
import resource
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from lms.lib.whole_files import OURS, is_full, write_whole

LIMIT = 4096


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a disk that is nearly full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    kept = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, kept)


def test_the_parts_stand_one_after_another(tmp_path: Path) -> None:
    path = tmp_path / "totals.csv"
    assert write_whole(path, [b"a,", b"", b"b\n"]) == 4
    assert path.read_bytes() == b"a,b\n"
    assert [*tmp_path.iterdir()] == [path]


def test_a_file_for_the_server_alone_is_readable_by_nobody_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "1", [b"x"], mode=OURS)
    assert stat.S_IMODE((tmp_path / "1").stat().st_mode) == 0o600


def test_what_stood_there_stays_when_the_disk_is_full_in_the_middle(tmp_path: Path) -> None:
    path = tmp_path / "totals.csv"
    path.write_bytes(b"before")
    with room_for(LIMIT), pytest.raises(OSError, match="File too large") as full:
        write_whole(path, [b"x" * LIMIT, b"y" * LIMIT])
    assert is_full(full.value)
    assert path.read_bytes() == b"before"
    assert [*tmp_path.iterdir()] == [path]


def test_nothing_half_written_stays_when_the_making_fails(tmp_path: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"begun"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "totals.csv", parts())
    assert [*tmp_path.iterdir()] == []


def test_a_name_that_leads_elsewhere_keeps_leading_there(tmp_path: Path) -> None:
    target, name = tmp_path / "there", tmp_path / "here"
    target.write_bytes(b"old")
    name.symlink_to(target)
    write_whole(name, [b"new"])
    assert name.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_device_is_written_to_and_stays_a_device() -> None:
    with pytest.raises(OSError, match="No space left") as full:
        write_whole(Path("/dev/full"), [b"x"])
    assert full.value.errno == errno.ENOSPC
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(errno.ENOSPC, "x"), True),
        (OSError(errno.EDQUOT, "x"), True),
        (PermissionError(errno.EACCES, "x"), False),
        (ValueError("x"), False),
    ],
)
def test_a_full_disk_is_known_by_its_number(error: Exception, *, full: bool) -> None:
    assert is_full(error) is full


@pytest.mark.parametrize(
    ("name", "value"), [("sqlite_errorname", "SQLITE_FULL"), ("sqlstate", "53100")]
)
def test_a_full_disk_is_known_in_the_words_of_each_database(name: str, value: str) -> None:
    reason = Exception()
    setattr(reason, name, value)
    assert is_full(OperationalError("INSERT", {}, reason))
    assert not is_full(OperationalError("INSERT", {}, Exception()))
