"""Adult or minor on the first day of a session (R12), and who must not be written (R16)."""

from datetime import date

from lms.people.kinds import AgeGroup, BirthPrecision

MAJORITY = 18
"""A child is whoever is under 18 (Convention on the Rights of the Child, article 1)."""

SERVING = frozenset({"malian-forces", "armed-movements", "other-forces"})
"""Top categories in which a minor's row would itself be a trace of recruitment (R16)."""


def age_on(day: date, born: date, precision: BirthPrecision) -> int:
    """Return the age in whole years; where only a year is known, the age reached in it."""
    years = day.year - born.year
    if precision is BirthPrecision.DAY and (day.month, day.day) < (born.month, born.day):
        return years - 1
    return years


def age_group(
    *,
    first_day: date,
    born: date | None,
    precision: BirthPrecision | None,
    category_of_minors: bool,
) -> AgeGroup:
    """Return the age group on ``first_day``; an unknown birth follows the category (R12)."""
    if born is None:
        return AgeGroup.MINOR if category_of_minors else AgeGroup.ADULT
    age = age_on(first_day, born, precision or BirthPrecision.DAY)
    return AgeGroup.MINOR if age < MAJORITY else AgeGroup.ADULT


def must_stay_unwritten(
    *, top_category: str, first_day: date, born: date | None, precision: BirthPrecision | None
) -> bool:
    """Tell whether a row must leave no trace: a minor on a list of forces (R16)."""
    if top_category not in SERVING:
        return False
    group = age_group(
        first_day=first_day, born=born, precision=precision, category_of_minors=False
    )
    return group is AgeGroup.MINOR
