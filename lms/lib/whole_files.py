"""Files that stand whole or not at all, also when the disk is full in the middle."""

import errno
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

OURS = 0o600
"""Readable by the server alone."""
USUAL = 0o666  # less what the umask takes away
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
PARTIAL = ".partial"
"""How the name of a file ends that is not whole yet."""


def write_whole(path: Path, parts: Iterable[bytes], *, mode: int = USUAL) -> int:
    """Write the parts one after another and return how many bytes they are.

    A reader sees the whole file or what stood there before, whatever stops the writing: what is
    written stands under another name until it is on the disk. A device is written to as it is.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb", buffering=0) as device:
            return _write(device.fileno(), parts)
    partial = target.with_name(f".{target.name}.{secrets.token_hex(4)}{PARTIAL}")
    try:
        written = _write_down(partial, parts, mode)
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    _keep_name(target.parent)
    return written


def is_full(error: BaseException) -> bool:
    """Tell whether an error of the system or of a database says that the disk is full."""
    reason = getattr(error, "orig", None) or error
    if isinstance(reason, OSError) and reason.errno in FULL:
        return True
    of_sqlite = getattr(reason, "sqlite_errorname", "") == "SQLITE_FULL"
    return of_sqlite or getattr(reason, "sqlstate", "") == "53100"


def _write_down(path: Path, parts: Iterable[bytes], mode: int) -> int:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        written = _write(file, parts)
        os.fsync(file)
    finally:
        os.close(file)
    return written


def _write(file: int, parts: Iterable[bytes]) -> int:
    written = 0
    for part in parts:
        left = memoryview(part)
        while left:
            left = left[os.write(file, left) :]
        written += len(part)
    return written


def _keep_name(folder: Path) -> None:
    """Let the name survive a loss of power as well."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
