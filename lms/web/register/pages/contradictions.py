"""Marks of two records that contradict each other, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lms.people.kinds import Sex
from lms.people.values import Contradiction
from lms.sessions import labels
from lms.sessions.kinds import MarkState
from lms.sessions.models import Slot
from lms.web.labels import session_line


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionLine:
    """One slot, and the two marks of which one must hold."""

    slot_id: int
    label: str
    states: tuple[tuple[str, str], ...]
    """Value and word of each."""


def contradiction_lines(
    contradictions: Iterable[Contradiction], slots: Mapping[int, Slot]
) -> list[ContradictionLine]:
    """Return the slots in which the two marks exclude each other."""
    words = labels.states(Sex.UNSPECIFIED)
    return [
        ContradictionLine(
            slot_id=it.slot_id,
            label=_where(slots[it.slot_id]),
            states=tuple((state, words[MarkState(state)]) for state in it.states),
        )
        for it in contradictions
    ]


def _where(slot: Slot) -> str:
    return f"{session_line(slot.training_session)} · {labels.slot_words(slot).name}"
