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
    CERCLE = "cercle"
    PROGRAMME = "programme"
    COURSE = "course"
    ORGANISATION = "organisation"
    PHASE = "phase"
    OUTCOME = "outcome"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    BUDGET_YEAR = "budget_year"


RELEASED = (
    Dimension.CATEGORY,
    Dimension.SEX,
    Dimension.AGE_GROUP,
    Dimension.REGION,
    Dimension.MONTH,
    Dimension.QUARTER,
    Dimension.YEAR,
    Dimension.BUDGET_YEAR,
)
"""What tables for outside may be set out by: nothing below a region, nothing narrower."""
NONE = "-"
"""The row of what has no programme, or no lead organisation."""
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
    if dimension in PERIODS:
        return periods.code(PERIODS[dimension], counted.last_day)
    known: dict[str, str] = {
        Dimension.CATEGORY: counted.category,
        Dimension.REGION: counted.region,
        Dimension.SEX: profile.sex,
        Dimension.AGE_GROUP: profile.age_group,
        Dimension.OUTCOME: counted.outcome,
    }
    return known.get(dimension) or counted.more.get(dimension, NONE)


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


def codes_in_order(dimension: Dimension, categories: Iterable[Node]) -> dict[str, tuple[int, str]]:
    """Return by what the rows known beforehand are sorted; the others follow by their code."""
    return {
        code: (0, f"{place:04}")
        for place, code in enumerate(
            code for branch in tree(dimension, categories) for code in branch.codes()
        )
    }


def _below(parent: int | None, categories: Sequence[Node]) -> tuple[Branch, ...]:
    return tuple(
        Branch(it.code, _below(it.id, categories)) for it in categories if it.parent_id == parent
    )
