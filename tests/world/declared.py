"""What is declared in the small mission: a target, and the strength of a unit."""

from typing import NamedTuple

from lms import clock
from lms.figures.counting.periods import PeriodKind, period
from lms.sessions.models import Place
from tests.factories.figures import StrengthFactory, TargetFactory
from tests.factories.people import CategoryFactory


class Declared(NamedTuple):
    """Their numbers."""

    target: int
    strength: int


def made(region: Place) -> Declared:
    """Make both, of the year in which the mission's sessions lie and of its trainers' region."""
    window = period(PeriodKind.YEAR, clock.today())
    common = {
        "category": CategoryFactory.create(code="declared"),
        "region": region.code,
        "period_start": window.first,
        "period_end": window.last,
    }
    return Declared(TargetFactory.create(**common).id, StrengthFactory.create(**common).id)
