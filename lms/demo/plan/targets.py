"""What the sample mission must come to, and how lively it is on the way.

The counts are those of the published page, July 2013 to July 2015; the rest is invented.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

FIRST_DAY = date(2013, 7, 1)
LAST_DAY = date(2015, 7, 31)
SEED = 20130701


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who of one top-level category comes: distinct persons trained, and everyone else.

    ``shares`` splits them over the categories below, in parts of a hundred.
    """

    category: str
    trained: int
    shares: Mapping[str, int]
    women: int
    """Percent."""
    sensitized: int = 0
    """Named persons who never reach the dose."""
    late: int = 0
    """Of the trained, those first seen below the dose."""
    repeated: int = 0
    """Of the trained, those trained twice."""
    absent: int = 0
    """Enrolments of persons trained elsewhere who did not come."""
    moved: tuple[tuple[str, str, int], ...] = field(default=())
    """Category first, category the second time, how many of the repeated."""


MISSION = Audience(
    category="mission",
    trained=3191,
    shares={"mission-military": 68, "mission-police": 18, "mission-civilian": 14},
    women=13,
    sensitized=24,
    late=5,
    repeated=318,
    absent=60,
    moved=(
        ("mission-military", "mission-police", 4),
        ("mission-police", "mission-civilian", 3),
        ("mission-military", "mission-civilian", 3),
    ),
)

FORCES = Audience(
    category="malian-forces",
    trained=1637,
    shares={
        "malian-army": 38,
        "malian-gendarmerie": 18,
        "malian-guard": 17,
        "malian-police": 16,
        "malian-forces": 11,
    },
    women=11,
    sensitized=46,
    late=14,
    repeated=171,
    absent=28,
    moved=(
        ("malian-army", "malian-guard", 3),
        ("malian-guard", "malian-gendarmerie", 2),
        ("malian-forces", "malian-army", 9),
    ),
)

PARTNERS = Audience(
    category="partners",
    trained=358,
    shares={"partners-un": 42, "partners-ingo": 50, "partners-other": 8},
    women=41,
    sensitized=7,
    repeated=34,
    absent=6,
    moved=(("partners-ingo", "partners-un", 4),),
)

SUBGROUP_TRAINED = 28
SUBGROUP_FROM_PARTNERS = 9
BOYS = 19
GIRLS = 16
HEADCOUNT = 3000
