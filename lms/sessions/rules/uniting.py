"""The marks of one person under two records: united, or contrary (R14)."""

from collections.abc import Iterable, Mapping, Sequence

from lms.sessions.kinds import MarkState

Sheet = Mapping[int, MarkState]
"""What one record has in each slot, by its number; slots without a mark are missing."""
PRESENT = (MarkState.PRESENT, MarkState.LATE)
AWAY = (MarkState.EXCUSED, MarkState.ABSENT)


def unite(sheets: Sequence[Sheet], settled: Mapping[int, str]) -> dict[int, MarkState]:
    """Return one mark a slot: a mark beats a blank, and somebody settled contrary ones.

    A contradiction that nobody settled yet counts as present. The order of the sheets makes no
    difference.
    """
    return {
        slot: _united(
            [it.get(slot, MarkState.BLANK) for it in sheets],
            MarkState(settled[slot]) if slot in settled else None,
        )
        for slot in sorted({slot for sheet in sheets for slot in sheet})
    }


def contrary(sheets: Sequence[Sheet]) -> dict[int, tuple[MarkState, MarkState]]:
    """Return the slots in which one record was there and another was not."""
    found = {}
    for slot in sorted({slot for sheet in sheets for slot in sheet}):
        states = [it[slot] for it in sheets if slot in it]
        there, away = _first(PRESENT, states), _first(AWAY, states)
        if there and away:
            found[slot] = (there, away)
    return found


def _united(states: Sequence[MarkState], settled: MarkState | None) -> MarkState:
    there, away = _first(PRESENT, states), _first(AWAY, states)
    if settled is not None and there and away:
        return settled
    return there or away or MarkState.BLANK


def _first(order: Sequence[MarkState], states: Iterable[MarkState]) -> MarkState | None:
    found = set(states)
    return next((it for it in order if it in found), None)
