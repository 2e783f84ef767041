"""Between which numbers a total lies until every doubt is settled (DOMAIN R14).

A person who may be somebody known already is counted. If every doubt turned out to be one
person, a total would be as low as it is then; marks in one session are not united for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lms.figures.counting.values import CountedFact

Pair = tuple[int, int]
"""A provisional person, and the one they may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The bounds of a total, and how many of its persons are to be checked."""

    doubtful: int
    lowest: int
    highest: int


def leaders(pairs: Sequence[Pair]) -> dict[int, int]:
    """Return who stands for each person of the pairs if every pair were one person."""
    leader: dict[int, int] = {}

    def end(person: int) -> int:
        while leader.get(person, person) != person:
            person = leader[person]
        return person

    for pair in pairs:
        one, other = sorted(map(end, pair))
        leader[other] = one
    return {it: end(it) for pair in pairs for it in pair}


def as_one(facts: Iterable[CountedFact], pairs: Sequence[Pair]) -> list[CountedFact]:
    """Return the facts as they would be if every pair were one person."""
    leader = leaders(pairs)
    return [replace(it, person=leader.get(it.person, it.person)) for it in facts]


def bounds(total: int, if_one: int, doubtful: int) -> Range | None:
    """Return the bounds of a total; None where no doubt touches it.

    ``if_one`` is the total if every pair were one person, ``doubtful`` how many of those counted
    are provisional.
    """
    if not doubtful or total == if_one:
        return None
    return Range(doubtful=doubtful, lowest=min(total, if_one), highest=max(total, if_one))
