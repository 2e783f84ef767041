"""What decisions made teach matching: patterns of agreement that were mostly right, or wrong.

Pairs that agree and differ in the same fields share a pattern. The likelihoods that matching
gave them are the prior of a Beta distribution as strong as ``STRENGTH`` decisions; what people
decided is the evidence. A handful of decisions moves little, fifty of one mind move much. The
rule that a name alone never joins namesakes (R14) is beyond learning.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

STRENGTH = 20.0
"""Decisions that weigh as much as what matching thought before."""
LEAST, MOST = 0.02, 0.98
"""Of a prior: nothing that was asked about is taken for certain."""
FURTHEST = 3.0
"""Change of the logarithm of the odds, either way: a factor of twenty."""
Pattern = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A pair somebody decided about: its pattern, what matching thought, and the answer."""

    pattern: Pattern
    likelihood: float
    same: bool


def taught(decided: Iterable[Decided]) -> Mapping[Pattern, float]:
    """Return what to add to the logarithm of the odds of each pattern decided about."""
    groups: dict[Pattern, list[Decided]] = defaultdict(list)
    for it in decided:
        groups[it.pattern].append(it)
    return {pattern: _change(those) for pattern, those in groups.items()}


def _change(those: list[Decided]) -> float:
    prior = math.fsum(it.likelihood for it in those) / len(those)
    prior = min(max(prior, LEAST), MOST)
    same = sum(it.same for it in those)
    after = (STRENGTH * prior + same) / (STRENGTH + len(those))
    change = math.log(after / (1 - after)) - math.log(prior / (1 - prior))
    return min(max(change, -FURTHEST), FURTHEST)
