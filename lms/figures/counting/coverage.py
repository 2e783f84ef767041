"""How much of a unit's declared strength its current rotation has been trained (DOMAIN R17)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Protocol

from lms.figures.counting.periods import Window
from lms.sessions.outcome import Outcome


class Training(Protocol):
    """A counted fact as far as coverage cares."""

    @property
    def person(self) -> int:
        """Who it is about."""

    @property
    def outcome(self) -> Outcome:
        """What it came to."""

    @property
    def last_day(self) -> date:
        """The last day held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Persons of a rotation trained, beside the strength the unit declared, if it did."""

    persons: int
    strength: int | None

    @property
    def undeclared(self) -> bool:
        """Whether the unit has not said how strong it is: then there is no share, not zero."""
        return self.strength is None

    @property
    def outdated(self) -> bool:
        """Whether the declared strength is to be updated: fewer than were trained."""
        return self.strength is not None and self.persons > self.strength

    @property
    def share(self) -> Fraction | None:
        """The persons in the strength; None where it is to be updated, or nobody is declared."""
        if self.outdated or not self.strength:
            return None
        return Fraction(self.persons, self.strength)


def trained_in(facts: Iterable[Training], rotation: Window) -> frozenset[int]:
    """Return whose last training lies in the rotation.

    ``facts`` are those of the unit, from the beginning of records to the day asked for: whoever
    was trained again after the rotation belongs to the next one.
    """
    trained = [it for it in facts if it.outcome is Outcome.TRAINED]
    last = {it.person: it.last_day for it in sorted(trained, key=lambda it: it.last_day)}
    return frozenset(person for person, day in last.items() if day in rotation)


def coverage(facts: Iterable[Training], *, rotation: Window, strength: int | None) -> Coverage:
    """Return the coverage of a unit's rotation; see ``trained_in`` for its ``facts``."""
    return Coverage(persons=len(trained_in(facts, rotation)), strength=strength)
