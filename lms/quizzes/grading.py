"""What answers are worth: plain values in, exact shares out.

One formula serves every question of choices: right ones chosen less wrong ones chosen, over
the right ones, never below nothing. With a single right choice it gives all or nothing.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """The choices a question offers, by number, and those of them that are right."""

    offered: frozenset[int]
    right: frozenset[int]

    def __post_init__(self) -> None:
        if not self.right or not self.right <= self.offered:
            raise ValueError("a key needs at least one right choice among those offered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The worth of an attempt: points gained of points possible, one point a question."""

    points: Fraction
    possible: int

    @property
    def share(self) -> Fraction:
        """Part of the possible points that was gained; nothing when nothing was asked."""
        return self.points / self.possible if self.possible else Fraction(0)


def worth(key: Key, chosen: frozenset[int]) -> Fraction:
    """Return the part of a point, 0 to 1, that ``chosen`` gains.

    A choice that was not offered gains and costs nothing; nothing chosen gains nothing.
    """
    hits = len(chosen & key.right)
    misses = len(chosen & (key.offered - key.right))
    return Fraction(max(hits - misses, 0), len(key.right))


def grade(keys: Mapping[int, Key], answers: Mapping[int, frozenset[int]]) -> Grade:
    """Add up the worth of ``answers``, both mappings being by question.

    A question left open counts as possible; an answer to a question not asked is ignored.
    """
    points = (worth(key, answers.get(question, frozenset())) for question, key in keys.items())
    return Grade(points=sum(points, Fraction(0)), possible=len(keys))


def passes(share: Fraction, pass_mark: int) -> bool:
    """Tell whether the exact ``share`` reaches ``pass_mark`` per cent, the mark included."""
    return share * HUNDRED >= pass_mark


def percent(share: Fraction) -> int:
    """Return ``share`` in whole per cent, rounded down once.

    Down, so that the figure shown reaches a pass mark only when the exact share does.
    """
    return math.floor(share * HUNDRED)


def needed(possible: int, pass_mark: int) -> Fraction:
    """Return the points that ``pass_mark`` per cent asks for."""
    return Fraction(possible * pass_mark, HUNDRED)
