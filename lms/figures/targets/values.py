"""What somebody says of a target, or of a unit's strength in one rotation."""

from dataclasses import dataclass
from enum import StrEnum

from lms.figures.counting.periods import Window
from lms.figures.counting.questions import OF_HEADCOUNTS, OF_PARTICIPATIONS, OF_PERSONS, Measure

AIMED_AT = (*OF_PERSONS, *OF_PARTICIPATIONS, *OF_HEADCOUNTS)
"""What a target can be of; an indicator is no person trained."""
MOST = 10_000_000
LONGEST_UNIT = 120  # as on attendance lists
LONGEST_ROTATION = 60
LONGEST_SOURCE = 200
WHOLE_COUNTRY = ""


class Kind(StrEnum):
    """The two lists of what is declared, as addresses call them."""

    TARGETS = "targets"
    STRENGTHS = "strengths"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """How many are to be reached; no category is all of them together."""

    measure: Measure
    category_id: int | None
    region: str = WHOLE_COUNTRY
    window: Window
    count: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """How strong a unit says it is in one rotation; without a count it has not said so yet."""

    category_id: int
    unit: str
    rotation: str = ""
    region: str = WHOLE_COUNTRY
    """Where the unit is stationed."""
    window: Window
    count: int | None
    source: str


Given = Aim | Rotation
