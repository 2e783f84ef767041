"""In which row of a table a fact stands, told so that a server can find it.

A server knows numbers only. A dimension says by which number of a fact its row is found, and
to which lines each number leads.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lms.figures.counting import periods
from lms.figures.counting.dimensions import PERIODS, Dimension
from lms.figures.ledger.keys import NUMBERED, Codes
from lms.figures.ledger.records import AGE_GROUPS, OUTCOMES, PHASES, SEXES

KINDS: Mapping[Dimension, Sequence[str]] = {
    Dimension.SEX: SEXES,
    Dimension.AGE_GROUP: AGE_GROUPS,
    Dimension.OUTCOME: OUTCOMES,
    Dimension.PHASE: PHASES,
}
OF_PERSONS = (Dimension.SEX, Dimension.AGE_GROUP)
"""Dimensions in which a person stands once, whatever the facts say (R12)."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The rows of a dimension: their codes, and in which of them each number stands."""

    dimension: Dimension
    codes: Sequence[str]
    rows: Mapping[int, int]
    """For each number the place of its code."""

    @property
    def places(self) -> Mapping[str, int]:
        """The place of each code."""
        return {code: place for place, code in enumerate(self.codes)}

    @property
    def field(self) -> str:
        """The field of a fact by whose number a row is found."""
        if self.dimension in PERIODS:
            return "month"
        return NUMBERED.get(self.dimension, str(self.dimension))


def axis(dimension: Dimension, codes: Codes, months: Iterable[int]) -> Axis:
    """Return the rows of a dimension; ``months`` are those that hold facts."""
    if dimension in KINDS:
        return _numbered(dimension, dict(enumerate(map(str, KINDS[dimension]))))
    if dimension in PERIODS:
        kind = PERIODS[dimension]
        return _numbered(
            dimension, {it: periods.code(kind, date(it // 12, it % 12 + 1, 1)) for it in months}
        )
    return _numbered(dimension, codes[dimension])


def _numbered(dimension: Dimension, code_of: Mapping[int, str]) -> Axis:
    codes = list(dict.fromkeys(code_of.values()))
    places = {code: place for place, code in enumerate(codes)}
    return Axis(dimension, codes, {number: places[code] for number, code in code_of.items()})
