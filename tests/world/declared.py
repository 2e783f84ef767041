"""What is declared in the small mission: a target, and the strength of a unit."""

from typing import Any

from lms import clock
from lms.figures.counting.periods import PeriodKind, period
from lms.sessions.models import Place
from tests.factories.figures import StrengthFactory, TargetFactory
from tests.factories.people import CategoryFactory


def made(region: Place) -> dict[str, Any]:
    """Make both for this year and the trainers' region; return their numbers."""
    window = period(PeriodKind.YEAR, clock.today())
    common = {
        "category": CategoryFactory.create(code="declared"),
        "region": region.code,
        "period_start": window.first,
        "period_end": window.last,
    }
    return {
        "target": TargetFactory.create(**common).id,
        "strength": StrengthFactory.create(**common).id,
    }
