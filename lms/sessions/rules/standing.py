"""What a sheet says once marks of a list are taken back; marks themselves are never removed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from lms.sessions.kinds import MarkSource, MarkState

TAKEN_BACK = UUID("3f0c8a52-6a3e-5b0e-9a43-6d1f5f0c2b7e")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One mark of a person in a slot, as it was written."""

    id: int
    state: MarkState
    source: MarkSource
    at: datetime
    key: str | None
    """What makes writing it twice harmless; of a mark that undoes another: ``key_of`` that."""


def key_of(mark_id: int) -> str:
    """Return the key of the mark that takes this one back, so that this happens once."""
    return str(uuid5(TAKEN_BACK, str(mark_id)))


def taken_back(entries: Sequence[Entry]) -> set[int]:
    """Return the ids of those marks that a later one takes back."""
    keys = {it.key for it in entries if it.source is MarkSource.UNDOING}
    return {it.id for it in entries if key_of(it.id) in keys} if keys else set()


def standing(entries: Sequence[Entry], without: Collection[int] = ()) -> MarkState:
    """Return what the sheet says of one person in one slot, ``entries`` in the order written.

    Marks taken back say nothing, nor do those that did it: the state they carry was that of
    another day. ``without`` leaves out more.
    """
    gone = taken_back(entries)
    for it in reversed(entries):
        if it.source is not MarkSource.UNDOING and it.id not in gone and it.id not in without:
            return it.state
    return MarkState.BLANK
