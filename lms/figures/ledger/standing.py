"""Who stands in each row of a table, by one dimension or by two at once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from lms.figures.counting.dimensions import PERIODS, Dimension
from lms.figures.ledger.keys import NUMBERED, Codes, keys
from lms.figures.ledger.records import AGE_GROUPS, OUTCOMES, PHASES, SEXES, Array
from lms.figures.ledger.rows import Rows
from lms.figures.ledger.sets import bitmaps
from lms.figures.ledger.sets.people import People

Standing = dict[str, BitMap]
"""Who stands in each row, by its code."""


@dataclass(frozen=True, slots=True)
class Whoever:
    """Whoever has a fact of one outcome in a scope, None for any."""

    rows: Rows
    outcome: int | None
    people: People
    codes: Codes

    def by(self, dimension: Dimension) -> Standing:
        """Return who stands in each row of a dimension."""
        if dimension in PERIODS:
            found = self.rows.by_period(PERIODS[dimension])
            return {code: it.everyone(self.outcome) for code, it in found}
        match dimension:
            case Dimension.SEX | Dimension.AGE_GROUP:
                everyone = self.rows.everyone(self.outcome)
                return {code: it & everyone for code, it in _by_column(dimension, self.people)}
            case Dimension.OUTCOME:
                asked = range(len(OUTCOMES)) if self.outcome is None else [self.outcome]
                return {str(OUTCOMES[it]): self.rows.everyone(it) for it in asked}
            case Dimension.PHASE:
                sets = self.rows.sets(self.outcome, "phase")
                return {str(PHASES[it]): who for it, who in sets.items()}
            case _:
                return self._by_number(dimension)

    def across(self, first: Dimension, second: Dimension) -> dict[str, Standing]:
        """Return who stands in each row of the first dimension, for each row of the second."""
        if second in PERIODS:
            periods = self.rows.by_period(PERIODS[second])
            return {code: self._within(it).by(first) for code, it in periods}
        if first in PERIODS:
            return _turned(self.across(second, first))
        return self._sorted(first, second)

    def _within(self, rows: Rows) -> "Whoever":
        return Whoever(rows, self.outcome, self.people, self.codes)

    def _by_number(self, dimension: Dimension) -> Standing:
        known = self.codes[dimension]
        return self.rows.by_row(self.outcome, NUMBERED[dimension], known.__getitem__)

    def _sorted(self, first: Dimension, second: Dimension) -> dict[str, Standing]:
        """Sort the facts by both, as months keep no sets of two fields at once."""
        rows = self.rows

        def columns() -> Array:
            return self.people.numbers(rows.persons)[rows["person"]]

        one, other = (keys(rows, it, self.codes, columns) for it in (first, second))
        width = len(one.codes)
        person, numbers = rows["person"], one.numbers + other.numbers * np.uint32(width)
        if self.outcome is not None:
            here = rows["outcome"] == self.outcome
            person, numbers = person[here], numbers[here]
        found: dict[str, Standing] = defaultdict(dict)
        for number, who in bitmaps.by_value(numbers, person):
            found[other.codes[number // width]][one.codes[number % width]] = who
        return found


def _turned(found: dict[str, Standing]) -> dict[str, Standing]:
    turned: dict[str, Standing] = defaultdict(dict)
    for code, those in found.items():
        for other, who in those.items():
            turned[other][code] = who
    return turned


def _by_column(dimension: Dimension, people: People) -> Iterator[tuple[str, BitMap]]:
    if dimension is Dimension.SEX:
        for number, sex in enumerate(SEXES):
            yield str(sex), bitmaps.union(people.columns[number :: len(SEXES)])
        return
    for number, age_group in enumerate(AGE_GROUPS):
        start = number * len(SEXES)
        yield str(age_group), bitmaps.union(people.columns[start : start + len(SEXES)])
