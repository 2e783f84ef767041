"""Who is a minor, and what numbers are compared by (DOMAIN R12, R14, 4.6)."""

import re
from datetime import date

from lms.people.kinds import AgeGroup, BirthPrecision

MAJORITY = 18
# In these a person of unknown age counts as an adult and is protected as a minor (R12).
PROTECTED_IF_AGE_UNKNOWN = frozenset({"armed-movements", "civil-society"})
NAMELESS = "armed-movements"
"""Nobody of this top category stands by name outside the session's own page (DOMAIN 7)."""

MALI = "+223"
MALIAN_NUMBER = re.compile("[0-9]{8}")
FOREIGN_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")
PHONE_SEPARATORS = re.compile(r"[\s.\-()/\u00a0\u202f]+")
NOT_OF_A_NUMBER = re.compile(r"[\W_]+")


def stored_birth(birth_date: date, precision: BirthPrecision) -> date:
    """Return the date to keep: 1 January where only the year is meant."""
    return birth_date if precision is BirthPrecision.DAY else birth_date.replace(month=1, day=1)


def age(birth_date: date, day: date) -> int:
    """Return the full years between a stored birth date and ``day``."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def birth_of_age(years: int, day: date) -> tuple[date, BirthPrecision]:
    """Return what is stored of somebody of whom only the age on ``day`` is known."""
    return date(day.year - years, 1, 1), BirthPrecision.AGE


def latest_adult_birth(day: date) -> date:
    """Return the last birth date that makes an adult on ``day``; any later one is a minor's."""
    year = day.year - MAJORITY
    # Born on 29 February, one comes of age on 1 March of a common year.
    return date(year, 2, 28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def age_group(*, birth_date: date | None, minors_category: bool, day: date) -> AgeGroup:
    """Return the age group on ``day``, the first of the session (R12).

    Without a birth date the category decides. ``birth_date`` is a stored one, so somebody known
    by the year alone comes of age on its first day.
    """
    minor = minors_category if birth_date is None else birth_date > latest_adult_birth(day)
    return AgeGroup.MINOR if minor else AgeGroup.ADULT


def protected(
    *, birth_date: date | None, minors_category: bool, top_category: str, day: date
) -> bool:
    """Tell whether the name gives way to a pseudonym outside the session's own page.

    ``top_category`` is the code of the category's parent, or its own at the top.
    """
    if top_category == NAMELESS:
        return True
    if birth_date is None and top_category in PROTECTED_IF_AGE_UNKNOWN:
        return True
    group = age_group(birth_date=birth_date, minors_category=minors_category, day=day)
    return group is AgeGroup.MINOR


def service_number_key(number: str) -> str:
    """Return what service numbers are compared by: no separators, case or leading zeros.

    Empty when nothing is left, which equals no other number.
    """
    return NOT_OF_A_NUMBER.sub("", number).upper().lstrip("0")


def phone_number(text: str) -> str | None:
    """Return a phone number as +22376271468, or None when it cannot be read.

    Eight digits are Malian; any other number says its country.
    """
    dialled = PHONE_SEPARATORS.sub("", text)
    if MALIAN_NUMBER.fullmatch(dialled):
        return f"{MALI}{dialled}"
    if dialled.startswith("00"):
        dialled = f"+{dialled[2:]}"
    elif re.fullmatch("223[0-9]{8}", dialled):
        dialled = f"+{dialled}"
    if dialled.startswith(MALI) and not MALIAN_NUMBER.fullmatch(dialled.removeprefix(MALI)):
        return None
    return dialled if FOREIGN_NUMBER.fullmatch(dialled) else None


def spaced_phone(number: str) -> str:
    """Return a stored number as it is shown: +223 76 27 14 68."""
    if not number.startswith(MALI):
        return number
    digits = number.removeprefix(MALI)
    pairs = [digits[start : start + 2] for start in range(0, len(digits), 2)]
    return " ".join([MALI, *pairs])
