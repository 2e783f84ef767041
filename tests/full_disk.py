"""A disk without room: a small one in memory, which this process alone sees."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.tools_needed import needs

SCRIPT = """
cp -a "$DISK" "$DISK.before" &&
mount -t tmpfs -o size="$SIZE" tmpfs "$DISK" &&
cp -a "$DISK.before/." "$DISK" &&
{ dd if=/dev/zero of="$DISK/filler" bs=1k 2>/dev/null
  truncate -s "-$FREE" "$DISK/filler"
  "$@"
  code=$?
  rm "$DISK/filler"
  rm -r "$DISK.before" && cp -a "$DISK" "$DISK.after"
  exit $code; }
"""


def on_full_disk(
    folder: Path,
    words: Sequence[str],
    *,
    size: str = "4m",
    free: str = "0",
    settings: Mapping[str, str],
) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Run a command while `folder` is a disk that is full but for what is `free`.

    Returns how it ended, and a folder with what stood on the disk then.
    """
    disk = {"DISK": str(folder), "SIZE": size, "FREE": free}
    done = subprocess.run(  # noqa: S603 - our own words
        [*_alone(), "sh", "-c", SCRIPT, "sh", *words],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | settings | disk,
    )
    return done, folder.with_name(f"{folder.name}.after")


def _alone() -> list[str]:
    """Return how a command gets disks of its own, as whoever may mount some or as anybody."""
    unshare = str(needs("unshare"))
    for option in ("-m", "-rm"):
        words = [unshare, option]
        if not subprocess.run([*words, "true"], check=False, capture_output=True).returncode:  # noqa: S603 - our own words
            return words
    pytest.skip("no disk may be mounted here")
