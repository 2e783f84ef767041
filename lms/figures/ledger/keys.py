"""In which row of a table each fact stands, and who stands in each row."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from lms.figures.counting import periods
from lms.figures.counting.dimensions import PERIODS, Dimension
from lms.figures.ledger.records import AGE_GROUPS, OUTCOMES, PHASES, SEXES, Array, Fields, day_of
from lms.figures.ledger.rows import Rows
from lms.figures.ledger.sets import bitmaps
from lms.figures.ledger.sets.people import People

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


Codes = Mapping[Dimension, Mapping[int, str]]
"""For each dimension the code of the row to which a number leads; 0 stands for none."""


Standing = dict[str, BitMap]
"""Who stands in each row, by its code."""


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


def standing(
    rows: Rows, dimension: Dimension, codes: Codes, outcome: int | None, people: People
) -> Standing:
    """Return who stands in each row of a dimension, of whoever has a fact of one outcome."""
    match dimension:
        case Dimension.SEX | Dimension.AGE_GROUP:
            everyone = rows.everyone(outcome)
            return {code: it & everyone for code, it in _by_column(dimension, people)}
        case Dimension.OUTCOME:
            asked = range(len(OUTCOMES)) if outcome is None else [outcome]
            return {str(OUTCOMES[it]): rows.everyone(it) for it in asked}
        case Dimension.PHASE:
            return {str(PHASES[it]): who for it, who in rows.sets(outcome, "phase").items()}
        case _ if dimension in PERIODS:
            return {code: it.everyone(outcome) for code, it in rows.by_period(PERIODS[dimension])}
        case _:
            known, found = codes[dimension], defaultdict(list)
            for number, who in rows.sets(outcome, NUMBERED[dimension]).items():
                found[known[number]].append(who)
            return {code: bitmaps.union(it) for code, it in found.items()}


def _by_column(dimension: Dimension, people: People) -> Iterator[tuple[str, BitMap]]:
    if dimension is Dimension.SEX:
        for number, sex in enumerate(SEXES):
            yield str(sex), bitmaps.union(people.columns[number :: len(SEXES)])
        return
    for number, age_group in enumerate(AGE_GROUPS):
        start = number * len(SEXES)
        yield str(age_group), bitmaps.union(people.columns[start : start + len(SEXES)])


def crossing(
    rows: Rows,
    dimensions: tuple[Dimension, Dimension],
    codes: Codes,
    outcome: int | None,
    people: People,
) -> dict[str, Standing]:
    """Return who stands in each row of the first dimension, for each row of the second."""
    first, second = dimensions
    if second in PERIODS:
        return {
            code: standing(it, first, codes, outcome, people)
            for code, it in rows.by_period(PERIODS[second])
        }
    if first in PERIODS:
        return _turned(crossing(rows, (second, first), codes, outcome, people))
    return _sorted(rows, dimensions, codes, outcome, people)


def _turned(found: dict[str, Standing]) -> dict[str, Standing]:
    turned: dict[str, Standing] = defaultdict(dict)
    for code, those in found.items():
        for other, who in those.items():
            turned[other][code] = who
    return turned


def _sorted(
    rows: Rows,
    dimensions: tuple[Dimension, Dimension],
    codes: Codes,
    outcome: int | None,
    people: People,
) -> dict[str, Standing]:
    """Return the same by sorting the facts, as months keep no sets of two fields at once."""

    def columns() -> Array:
        return people.numbers(rows.persons)[rows["person"]]

    one, other = (keys(rows, it, codes, columns) for it in dimensions)
    person, numbers = rows["person"], one.numbers + other.numbers * np.uint32(len(one.codes))
    if outcome is not None:
        here = rows["outcome"] == outcome
        person, numbers = person[here], numbers[here]
    found: dict[str, Standing] = defaultdict(dict)
    for number, who in bitmaps.by_value(numbers, person):
        found[other.codes[number // len(one.codes)]][one.codes[number % len(one.codes)]] = who
    return found
