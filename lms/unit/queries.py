"""Reading the unit's profile and its rules."""

from datetime import datetime

from sqlalchemy import select

from lms.extensions import db
from lms.unit.models import RuleVersion, UnitProfile
from lms.unit.rules import Rules

ONLY_ROW = 1


def profile() -> UnitProfile:
    """Return how the unit calls itself; before it has said so, a plain name not yet stored."""
    return db.session.get(UnitProfile, ONLY_ROW) or UnitProfile(
        id=ONLY_ROW,
        name_fr="Unité de protection de l’enfant",
        name_en="Child Protection Unit",
        head_function_fr="Chef de l’unité de protection de l’enfant",
        head_function_en="Head of the Child Protection Unit",
        place="Bamako",
        certificate_prefix="CP",
        feminine_ranks=False,
        is_sample=False,
    )


def rules(moment: datetime | None = None) -> Rules:
    """Return the rules in force now, or at a moment."""
    adopted = select(RuleVersion).where(RuleVersion.number.is_not(None))
    if moment is not None:
        adopted = adopted.where(RuleVersion.adopted_at <= moment)
    found = db.session.scalar(adopted.order_by(RuleVersion.number.desc()).limit(1))
    return found.rules if found else Rules()
