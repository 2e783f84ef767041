"""The files of jobs, in ``LMS_HOME/exports``: each whole, each named by the number of its job."""

import time
from collections.abc import Collection, Iterable
from pathlib import Path

from flask import current_app

from lms.lib.whole_files import OURS, write_whole

YOUNG = 60 * 60
"""Seconds for which a file may stand that no job knows: its job may be about to."""


def folder() -> Path:
    """Return the folder of all of them."""
    home: Path = current_app.config["HOME"]
    return home / "exports"


def path_of(job_id: int) -> Path:
    """Return where the file of a job stands."""
    return folder() / str(job_id)


def write(job_id: int, parts: Iterable[bytes]) -> int:
    """Write the file of a job, whole or not at all, and return its size."""
    folder().mkdir(parents=True, exist_ok=True)
    return write_whole(path_of(job_id), parts, mode=OURS)


def remove(job_id: int) -> None:
    """Remove the file of a job, if there is one."""
    path_of(job_id).unlink(missing_ok=True)


def clear(kept: Collection[int]) -> int:
    """Remove what belongs to none of the jobs in ``kept``, as after a loss of power.

    What was only just written is left alone. Returns how many files went.
    """
    before = time.time() - YOUNG
    names = {str(it) for it in kept}
    if not folder().is_dir():
        return 0
    gone = [it for it in folder().iterdir() if it.name not in names and _is_older(it, before)]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _is_older(path: Path, moment: float) -> bool:
    """Tell whether a file stands from before; one that went since it was listed is none."""
    try:
        return path.stat().st_mtime < moment
    except FileNotFoundError:
        return False
