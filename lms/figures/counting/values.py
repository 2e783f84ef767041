"""What is counted, as plain values: facts about persons, headcounts, and sums of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lms.people.kinds import AgeGroup, Sex
from lms.sessions.outcome import Outcome


class Column(StrEnum):
    """Sex and age group together, in the order of a table (DOMAIN R11, R12)."""

    MEN = "men"
    WOMEN = "women"
    ADULTS_UNSPECIFIED = "adults_unspecified"
    BOYS = "boys"
    GIRLS = "girls"
    MINORS_UNSPECIFIED = "minors_unspecified"


COLUMNS = {
    (AgeGroup.ADULT, Sex.MALE): Column.MEN,
    (AgeGroup.ADULT, Sex.FEMALE): Column.WOMEN,
    (AgeGroup.ADULT, Sex.UNSPECIFIED): Column.ADULTS_UNSPECIFIED,
    (AgeGroup.MINOR, Sex.MALE): Column.BOYS,
    (AgeGroup.MINOR, Sex.FEMALE): Column.GIRLS,
    (AgeGroup.MINOR, Sex.UNSPECIFIED): Column.MINORS_UNSPECIFIED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedFact:
    """One person's counted participation in one closed training session.

    ``category`` and ``region`` are codes as they were then; ``last_day`` is the last day
    held, which decides the period (R5); ``outcome`` is never ``none``.
    """

    id: int
    person: int
    training_session: int
    category: str
    region: str
    outcome: Outcome
    sex: Sex
    age_group: AgeGroup
    last_day: date
    place: int = 0
    """The number of the place, where the fact was read to be proved."""
    more: Mapping[str, str] = field(default_factory=dict)
    """The codes of rows of other dimensions, by the name of the dimension."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedHeadcount:
    """People counted without names in one closed training session; never persons (R2)."""

    id: int
    training_session: int
    category: str
    region: str
    outcome: Outcome
    sex: Sex
    age_group: AgeGroup
    last_day: date
    count: int
    at_least: bool = False
    place: int = 0
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def column(self) -> Column:
        """Where the headcount stands in a table."""
        return COLUMNS[self.age_group, self.sex]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, exact or "at least" (R10); it cannot be subtracted or divided."""

    value: int = 0
    at_least: bool = False

    def __add__(self, other: "Count") -> "Count":
        return Count(self.value + other.value, self.at_least or other.at_least)


def add_up(counts: Iterable[Count]) -> Count:
    """Return the sum; "at least" as soon as one term is (R10). Nothing gives zero."""
    return sum(counts, start=Count())
