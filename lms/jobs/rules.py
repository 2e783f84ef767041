"""How long a job may be silent, and how long its file is kept."""

from datetime import datetime, timedelta

BEAT = timedelta(seconds=5)
"""How often a worker says that it is still at work."""
SILENCE = timedelta(seconds=45)
"""After this long without a word, the worker is gone."""
KEPT = timedelta(days=7)
MOST_UNFINISHED = 5
"""Of one person at a time."""
WHOLE = 100


def is_abandoned(beat_at: datetime, now: datetime) -> bool:
    """Tell whether a worker that last said something at ``beat_at`` is gone."""
    return now - beat_at > SILENCE


def percent(share: float) -> int:
    """Return a share as whole per cent; all of it only once all is done."""
    return min(max(int(share * WHOLE), 0), WHOLE - 1)
