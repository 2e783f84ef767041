"""What bringing in a list refuses; each carries values, the view writes the sentence."""

from collections.abc import Sequence
from datetime import datetime

from lms.errors import RuleBroken
from lms.lists.values import Hold


class AlreadyRecorded(RuleBroken):
    """These very bytes went into the session before."""

    def __init__(self, imported_list_id: int, at: datetime | None) -> None:
        super().__init__(f"imported_list:{imported_list_id}")
        self.imported_list_id = imported_list_id
        self.at = at


class NothingToRecord(RuleBroken):
    """Every row is refused."""


class TotalsDiffer(RuleBroken):
    """The foot of the list declares another number of people than its rows (R11)."""

    def __init__(self, declared: int, counted: int) -> None:
        super().__init__(f"{declared} {counted}")
        self.declared = declared
        self.counted = counted


class NotRecorded(RuleBroken):
    """Only a list that is recorded can be taken back."""


class Held(RuleBroken):
    """Something depends on the list; it has to be settled first."""

    def __init__(self, holds: Sequence[Hold]) -> None:
        super().__init__(f"{len(holds)}")
        self.holds = holds
