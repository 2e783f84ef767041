"""Reading the unit's profile."""

from lms.extensions import db
from lms.unit.models import UnitProfile

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
