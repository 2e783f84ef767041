"""How much of a unit's declared strength its current rotation has been trained (DOMAIN R17)."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from lms.figures.counting.periods import Window
from lms.figures.counting.values import CountedFact
from lms.sessions.outcome import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Persons of a rotation trained, beside the strength the unit declared."""

    persons: int
    strength: int

    @property
    def outdated(self) -> bool:
        """Whether the declared strength is to be updated: fewer than were trained."""
        return self.persons > self.strength

    @property
    def share(self) -> Fraction | None:
        """The persons in the strength; None where it is to be updated, or nobody is declared."""
        if self.outdated or not self.strength:
            return None
        return Fraction(self.persons, self.strength)


def trained_in(facts: Iterable[CountedFact], rotation: Window) -> frozenset[int]:
    """Return whose last training lies in the rotation.

    ``facts`` are those of the unit, from the beginning of records to the day asked for: whoever
    was trained again after the rotation belongs to the next one.
    """
    trained = [it for it in facts if it.outcome is Outcome.TRAINED]
    last = {it.person: it.last_day for it in sorted(trained, key=lambda it: it.last_day)}
    return frozenset(person for person, day in last.items() if day in rotation)


def coverage(facts: Iterable[CountedFact], *, rotation: Window, strength: int) -> Coverage:
    """Return the coverage of a unit's rotation; see ``trained_in`` for its ``facts``."""
    return Coverage(persons=len(trained_in(facts, rotation)), strength=strength)
