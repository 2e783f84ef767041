"""How much each agreement weighs: the likelihood ratios of Fellegi and Sunter (1969).

A ratio says how much likelier a level is among rows of one person than among rows of two. For
names, the rows of two persons agree as often as the name is frequent.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from lms.people.matching.blocking import Vocabulary
from lms.people.matching.canonical import BAR
from lms.people.matching.levels import Agreement, Field, Level

# Among rows of one person: how often a part of the name is written so.
NAME_OF_ONE = {
    Level.SAME: 0.93,
    Level.CLOSE: 0.03,
    Level.PART: 0.02,
    Level.UNKNOWN: 0.05,
    Level.DIFFERENT: 0.004,
    Level.FORBIDDEN: 0.0005,
}
# How many times as many names are near a name as are the name.
NEAR = {Level.SAME: 1.0, Level.CLOSE: 3.0, Level.PART: 3.0, Level.UNKNOWN: 10.0}
KIND_OF_ONE = {Level.SAME: 0.98, Level.DIFFERENT: 0.02}
"""Some come to sessions of two audiences (R7)."""
SWAPPED = 0.1
"""How often the two parts change places, beside names in their place."""
RATIOS: Mapping[Field, Mapping[Level, float]] = {
    Field.NUMBER: {Level.SAME: 4850.0, Level.CLOSE: 2.5, Level.DIFFERENT: 0.004},
    Field.PHONE: {Level.SAME: 2670.0, Level.DIFFERENT: 0.12},
    Field.BIRTH: {
        Level.DAY: 3000.0,
        Level.SAME: 30.0,
        Level.CLOSE: 1.3,
        Level.DIFFERENT: 0.0055,
    },
    Field.SEX: {Level.SAME: 1.64, Level.DIFFERENT: 0.0325},
    Field.RANK: {Level.SAME: 4.1, Level.RISE: 0.6, Level.CLOSE: 0.083, Level.DIFFERENT: 0.01},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The ratios in use, and the odds that decisions made have taught for whole patterns."""

    ratios: Mapping[Field, Mapping[Level, float]] = field(default_factory=lambda: RATIOS)
    taught: Mapping[tuple[str, ...], float] = field(default_factory=dict)
    """What to add to the logarithm of the odds of a pattern (``learning``)."""

    def weight(self, agreement: Agreement, vocabulary: Vocabulary) -> float:
        """Return the natural logarithm of the likelihood ratio of an agreement."""
        surname, given = self._name(agreement, vocabulary)
        total = math.log(surname) + math.log(given)
        if agreement.swapped:
            total += math.log(SWAPPED)
        total += math.log(_kind(agreement, vocabulary))
        for name, level in zip(Field, agreement.levels, strict=True):
            total += math.log(self.ratios.get(name, {}).get(level, 1.0))
        return total + self.taught.get(pattern(agreement), 0.0)

    def _name(self, agreement: Agreement, vocabulary: Vocabulary) -> tuple[float, float]:
        one, _, other = agreement.name.partition(BAR)
        shares = vocabulary.surname_share(one), vocabulary.given_share(other)
        if agreement.swapped:  # each part is as frequent as the register has it
            shares = shares[::-1]
        return (
            _ratio(agreement.of(Field.SURNAME), shares[0]),
            _ratio(agreement.of(Field.GIVEN), shares[1]),
        )


def pattern(agreement: Agreement) -> tuple[str, ...]:
    """Return the levels alone: what pairs decided alike have in common."""
    return tuple(map(str, agreement.levels))


def _kind(agreement: Agreement, vocabulary: Vocabulary) -> float:
    level = agreement.of(Field.KIND)
    if level not in KIND_OF_ONE:
        return 1.0
    share = vocabulary.kind_share(agreement.kind)
    return KIND_OF_ONE[level] / (share if level is Level.SAME else max(1 - share, 0.5))


def _ratio(level: Level, share: float) -> float:
    of_two = min(share * NEAR[level], 1.0) if level in NEAR else 1.0
    return NAME_OF_ONE[level] / of_two
