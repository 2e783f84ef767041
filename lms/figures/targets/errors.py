"""Why something about a target or a strength cannot be written."""

from lms.errors import LmsError, RuleBroken
from lms.figures.targets.rules import Fate
from lms.figures.targets.values import Given


class InTheWay(RuleBroken):
    """Something that holds already stands against it; carries that, and how it does."""

    def __init__(self, fate: Fate, other: Given) -> None:
        super().__init__(str(fate))
        self.fate = fate
        self.other = other


class UnknownRegion(RuleBroken):
    """The region is none of those that figures know."""


class NotOfUnits(RuleBroken):
    """Minors and armed movements are not set out by unit (DOMAIN 7)."""


class NoTable(LmsError):
    """A file has no row that names these columns; carries their names in the reader's words."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


class TooManyRows(LmsError):
    """A file has more rows than anybody would check."""


class BadRows(RuleBroken):
    """Rows that were looked at cannot all be entered any more; carries how many."""
