"""Whose row must leave no trace (R16); adult or minor is ``people.rules.age_group`` (R12)."""

from datetime import date

from lms.people.kinds import AgeGroup
from lms.people.rules import age_group

SERVING = frozenset({"malian-forces", "armed-movements", "other-forces"})
"""Top categories in which a minor's row would itself be a trace of recruitment."""


def must_stay_unwritten(*, top_category: str, first_day: date, birth_date: date | None) -> bool:
    """Tell whether the row is that of a minor on a list of forces or armed movements (R16).

    ``birth_date`` is a stored one, as in ``people.rules.age_group``.
    """
    if top_category not in SERVING:
        return False
    group = age_group(birth_date=birth_date, minors_category=False, day=first_day)
    return group is AgeGroup.MINOR
