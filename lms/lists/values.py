"""What lists tell and are told by the rooms above them."""

from dataclasses import dataclass
from enum import StrEnum


class HoldKind(StrEnum):
    """What keeps a list from being taken back."""

    CERTIFICATE = "certificate"
    ATTEMPT = "attempt"
    """A quiz handed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One thing that depends on a list."""

    kind: HoldKind
    target: int
    """The id of the certificate or of the attempt."""
    number: str = ""
    """Of the certificate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """Refused rows that somebody wants counted without a name: all of them, or some."""

    every: bool = False
    numbers: frozenset[int] = frozenset()

    def holds(self, number: int) -> bool:
        """Tell whether the row with this number is among them."""
        return self.every or number in self.numbers


NO_ROW = Picked()
