"""The rows a table can have: who stands in which row, and which rows there are."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Protocol

from lms.figures.counting import periods
from lms.figures.counting.periods import PeriodKind
from lms.figures.counting.tables import Branch
from lms.figures.counting.values import CountedFact, CountedHeadcount
from lms.people.kinds import AgeGroup, Sex


class Dimension(StrEnum):
    """What the rows of a table are."""

    CATEGORY = "category"
    SEX = "sex"
    AGE_GROUP = "age_group"
    REGION = "region"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    BUDGET_YEAR = "budget_year"


PERIODS = {
    Dimension.MONTH: PeriodKind.MONTH,
    Dimension.QUARTER: PeriodKind.QUARTER,
    Dimension.YEAR: PeriodKind.YEAR,
    Dimension.BUDGET_YEAR: PeriodKind.BUDGET_YEAR,
}


class Node(Protocol):
    """A category as the tree needs it."""

    id: int
    code: str
    parent_id: int | None


class Profiled(Protocol):
    """A sex and an age group: of a headcount, or of a person in the window."""

    @property
    def sex(self) -> Sex:
        """The sex written down."""

    @property
    def age_group(self) -> AgeGroup:
        """Adult or minor."""


def row(dimension: Dimension, counted: CountedFact | CountedHeadcount, profile: Profiled) -> str:
    """Return the code of the row in which ``counted`` stands.

    A person's sex and age group are those of the window, so they come apart as ``profile``.
    """
    match dimension:
        case Dimension.CATEGORY:
            return counted.category
        case Dimension.REGION:
            return counted.region
        case Dimension.SEX:
            return profile.sex
        case Dimension.AGE_GROUP:
            return profile.age_group
        case _:
            return periods.code(PERIODS[dimension], counted.last_day)


def tree(dimension: Dimension, categories: Iterable[Node]) -> tuple[Branch, ...]:
    """Return the rows known beforehand; regions and periods appear once they hold somebody."""
    match dimension:
        case Dimension.CATEGORY:
            return _below(None, list(categories))
        case Dimension.SEX:
            return tuple(Branch(sex) for sex in Sex)
        case Dimension.AGE_GROUP:
            return tuple(Branch(age_group) for age_group in AgeGroup)
        case _:
            return ()


def _below(parent: int | None, categories: Sequence[Node]) -> tuple[Branch, ...]:
    return tuple(
        Branch(it.code, _below(it.id, categories)) for it in categories if it.parent_id == parent
    )
