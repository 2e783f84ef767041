"""What bringing in a list refuses; each carries values, the view writes the sentence."""

from datetime import datetime

from lms.errors import RuleBroken


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
