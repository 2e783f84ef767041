"""The settings of the counting rules, and from when a version of them holds (DOMAIN 3)."""

from dataclasses import dataclass

FIRST = 1
"""The version that holds before a unit adopts its own: the values of DOMAIN R1 and R13."""
HUNDRED = 100
LONGEST_MINUTES = 6000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """One version of the settings; nothing of it changes once it is adopted."""

    version: int = FIRST
    minimum_share: int = 75
    """Percent of the slots held that makes *trained*, unless the course says otherwise (R1)."""
    minimum_minutes: int = 60
    """The shortest training that trains, unless the course says otherwise (R1)."""
    late_counts: bool = True
    excused_counts: bool = False
    smallest_adults: int = 5
    """Fewer adults than this are masked in what leaves the unit (R13)."""
    smallest_minors: int = 10

    @property
    def faults(self) -> frozenset[str]:
        """The names of the settings that make no sense."""
        sound = {
            "minimum_share": 1 <= self.minimum_share <= HUNDRED,
            "minimum_minutes": 0 <= self.minimum_minutes <= LONGEST_MINUTES,
            # Minors are never less protected than adults, nor is anybody alone ever shown.
            "smallest_adults": 1 < self.smallest_adults <= HUNDRED,
            "smallest_minors": self.smallest_adults <= self.smallest_minors <= HUNDRED,
        }
        return frozenset(name for name, holds in sound.items() if not holds)
