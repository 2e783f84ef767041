"""What somebody asks of the ledger: a window, a measure, a region, a moment of knowledge."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window


class Measure(StrEnum):
    """What is counted; never two of them in one sum."""

    PERSONS_TRAINED = "persons_trained"
    PERSONS_SENSITIZED = "persons_sensitized"
    PARTICIPATIONS = "participations"
    """Those that led to trained (R3)."""
    PARTICIPATIONS_ALL = "participations_all"
    HEADCOUNT_SENSITIZED = "headcount_sensitized"
    HEADCOUNT_TRAINED = "headcount_trained"
    INDICATOR = "indicator"


OF_PERSONS = (Measure.PERSONS_TRAINED, Measure.PERSONS_SENSITIZED)
OF_PARTICIPATIONS = (Measure.PARTICIPATIONS, Measure.PARTICIPATIONS_ALL)
OF_HEADCOUNTS = (Measure.HEADCOUNT_SENSITIZED, Measure.HEADCOUNT_TRAINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which facts are looked at; ``regions`` are codes, ``None`` all of them.

    ``as_of`` asks for what the ledger knew at that moment, ``None`` for what it knows now.
    """

    window: Window
    regions: frozenset[str] | None = None
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a page asks: a measure of a scope, set out in rows of a dimension."""

    scope: Scope
    measure: Measure = Measure.PERSONS_TRAINED
    dimension: Dimension = Dimension.CATEGORY
    across: Dimension | None = None
    """A second dimension, along which the rows are set out."""
