"""What a picture shows: amounts of unequal certainty, already written for the reader."""

from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """How much an amount says; each is drawn in its own way."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MASKED = "masked"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and how it is written; a masked one must not be told by the size of its mark."""

    value: int
    shown: str
    certainty: Certainty = Certainty.EXACT

    def __post_init__(self) -> None:
        if self.value < 0:
            raise ValueError(f"a picture shows no amount below zero: {self.value}")

    @property
    def size(self) -> int:
        """What the mark is drawn by: nothing of a masked amount."""
        return 0 if self.certainty is Certainty.MASKED else self.value


@dataclass(frozen=True, slots=True)
class Words:
    """What a picture is called and says; ``key`` is its own among the pictures of a page."""

    key: str
    title: str
    description: str


def share(amount: Amount, most: int) -> float:
    """Return an amount as a part of the largest, 0 to 1; what is not nothing is never 0."""
    if not amount.size:
        return 0.0
    return min(max(amount.size / max(most, 1), SMALLEST), 1.0)


def largest(amounts: list[Amount]) -> int:
    """Return the size of the largest amount; 0 of none."""
    return max((it.size for it in amounts), default=0)


SMALLEST = 0.01
