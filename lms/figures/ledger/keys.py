"""In which row of a table each fact stands."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lms.figures.counting import periods
from lms.figures.counting.dimensions import PERIODS, Dimension
from lms.figures.ledger.records import AGE_GROUPS, OUTCOMES, PHASES, SEXES, Array, Fields, day_of

NUMBERED = {
    Dimension.CATEGORY: "category",
    Dimension.REGION: "place",
    Dimension.CERCLE: "place",
    Dimension.PROGRAMME: "programme",
    Dimension.COURSE: "course",
    Dimension.ORGANISATION: "organisation",
}
"""The field that a dimension is looked up by."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The codes of the rows of a dimension, and for each fact the number of its row."""

    codes: Sequence[str]
    numbers: Array

    def pick(self, which: Array) -> "Keys":
        """Return the keys of some of the facts."""
        return Keys(self.codes, self.numbers[which])

    def among(self, codes: Collection[str]) -> Array:
        """Return whether each fact stands in one of these rows."""
        asked = np.array([code in codes for code in self.codes], dtype=bool)
        found: Array = (
            asked[self.numbers] if asked.size else np.zeros(len(self.numbers), dtype=bool)
        )
        return found

    @property
    def held(self) -> set[str]:
        """The codes of the rows in which a fact stands."""
        sizes = np.bincount(self.numbers, minlength=len(self.codes))
        return {code for code, size in zip(self.codes, sizes, strict=True) if size}


Codes = Mapping[Dimension, Mapping[int, str]]
"""For each dimension the code of the row to which a number leads; 0 stands for none."""


def keys(fields: Fields, dimension: Dimension, codes: Codes, columns: Callable[[], Array]) -> Keys:
    """Return the row of each fact or headcount.

    ``columns`` gives the column of each: a person's sex and age group are those of the scope,
    a headcount has its own.
    """
    match dimension:
        case Dimension.SEX:
            return Keys([str(it) for it in SEXES], columns() % len(SEXES))
        case Dimension.AGE_GROUP:
            return Keys([str(it) for it in AGE_GROUPS], columns() // len(SEXES))
        case Dimension.OUTCOME:
            return Keys([str(it) for it in OUTCOMES], fields["outcome"])
        case Dimension.PHASE:
            return Keys([str(it) for it in PHASES], fields["phase"])
        case _:
            return looked_up(fields[NUMBERED.get(dimension, "day")], dimension, codes)


def looked_up(values: Array, dimension: Dimension, codes: Codes) -> Keys:
    """Return the row to which each value of a field leads."""
    if not values.size:
        return Keys([], np.empty(0, dtype=np.uint8))
    code_of = _code_of(dimension, codes)
    low = int(values.min())
    present = np.flatnonzero(np.bincount(values.astype(np.int64) - low)) + low
    known: dict[str, int] = {}
    numbers = np.zeros(int(present[-1]) - low + 1, dtype=np.uint32)
    for value in present:
        numbers[value - low] = known.setdefault(code_of(int(value)), len(known))
    narrow = numbers.astype(np.min_scalar_type(len(known)))
    return Keys(list(known), narrow[values.astype(np.int64) - low if low else values])


def _code_of(dimension: Dimension, codes: Codes) -> Callable[[int], str]:
    if dimension in PERIODS:
        return lambda number: periods.code(PERIODS[dimension], day_of(number))
    known = codes[dimension]
    return lambda number: known[number]
