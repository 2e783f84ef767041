"""What can become of a job, and why it can fail."""

from enum import StrEnum


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    REMOVED = "removed"
    """It was done, and its file is no longer kept."""


UNFINISHED = (JobState.WAITING, JobState.RUNNING)


class Failure(StrEnum):
    """Why a job failed."""

    NOT_ALLOWED = "not_allowed"
    """Whoever asked may no longer."""
    NOTHING = "nothing"
    """There is nothing to put into the file."""
    DISK_FULL = "disk_full"
    INTERRUPTED = "interrupted"
    """The worker was stopped, or died."""
    BROKEN = "broken"
    """A fault of ours; the log says which."""
