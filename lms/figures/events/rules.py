"""When two sessions may be one event (DOMAIN R9)."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

COMMON_FROM = Fraction(60, 100)
"""From which share of the persons of the smaller session on two lists are suspect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What two sessions on one last day in one cercle have in common."""

    same_course: bool
    common: int
    """Persons in both."""
    smaller: int
    """Persons in the smaller of the two."""

    @property
    def shared(self) -> Fraction:
        """The share of the smaller session that is in the other too."""
        return Fraction(self.common, self.smaller) if self.smaller else Fraction(0)

    @property
    def is_suspect(self) -> bool:
        """Whether somebody must be asked if they are one event."""
        return self.same_course or self.shared >= COMMON_FROM


def likeness(one: Collection[int], other: Collection[int], *, same_course: bool) -> Likeness:
    """Compare two sessions by the records that stand for their participants."""
    first, second = frozenset(one), frozenset(other)
    return Likeness(
        same_course=same_course,
        common=len(first & second),
        smaller=min(len(first), len(second)),
    )
