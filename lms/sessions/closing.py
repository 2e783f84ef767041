"""What closing a session would come to, and what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass

from lms.sessions.outcome import Judgement, Outcome


@dataclass(frozen=True, slots=True)
class Hint:
    """What a room above has to say before a session closes.

    ``sentence`` may be lazy; ``endpoint`` takes the id of the session and leads to the cure.
    """

    sentence: str
    blocks: bool = False
    endpoint: str = ""


@dataclass(frozen=True, slots=True)
class Hanging:
    """A participation whose outcome hangs on a blank mark."""

    participation_id: int
    now: Outcome
    at_best: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What closing now would write; it may only when nothing ``blocks``."""

    ended: bool
    """Whether the last day has come."""
    any_slot_held: bool
    unmarked: tuple[int, ...] = ()
    """Ids of the slots held with no mark at all."""
    hanging: tuple[Hanging, ...] = ()
    judgements: Mapping[int, Judgement]
    """By participation."""
    counted: int = 0
    """Whose outcome enters the figures: participants, whatever it is."""
    headcount: int = 0
    headcount_at_least: bool = False
    hints: tuple[Hint, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether the session cannot be closed yet."""
        settled = self.ended and self.any_slot_held and not self.unmarked
        return not settled or any(hint.blocks for hint in self.hints)

    @property
    def nobody(self) -> bool:
        """Whether the session would count as held with nobody in it (R15)."""
        return not self.counted and not self.headcount

    def tally(self, outcome: Outcome) -> int:
        """Return how many participations would have that outcome."""
        return sum(it.outcome is outcome for it in self.judgements.values())
