"""Who is a minor, and what numbers are compared by (DOMAIN R12, R14, 4.6)."""

import re
from datetime import date

import phonenumbers

from lms.people.kinds import AgeGroup, BirthPrecision

MAJORITY = 18
# In these a person of unknown age counts as an adult and is protected as a minor (R12).
PROTECTED_IF_AGE_UNKNOWN = frozenset({"armed-movements", "civil-society"})
NAMELESS = "armed-movements"
"""Nobody of this top category stands by name outside the session's own page (DOMAIN 7)."""

LEAST_AGES = {"childrens-parliament": 12}
"""From what age on a top category takes its own members; others have no such age (R12)."""

MALI = "+223"
MALI_REGION = "ML"
BETWEEN_NUMBERS = re.compile(
    r" (?:ou|et|or|and) | ?[/;,|] ?| - |(?<=[0-9]{8}) | (?=\+|00)", re.IGNORECASE
)
MALIAN_NUMBER = re.compile(r"(?:(?:\+|00)?223[ .\-]?)?((?:[0-9]{2}[ .\-]?){3}[0-9]{2})")
"""As nearly all of them are written; others are read by the library, which takes longer."""
WHOSE = re.compile(r"\([^)0-9]*\)")
"""« (bureau) », « (Moussa) »."""
LONGEST_PHONE = 80
"""Characters of a cell that may hold a number; more are a hostile one."""
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


def too_young(*, birth_date: date | None, top_category: str, day: date) -> bool:
    """Tell whether somebody is younger than the least age of the category itself (R12).

    That is said, and never stands in the way. Somebody known by the year alone is as old as
    they can be.
    """
    least = LEAST_AGES.get(top_category)
    return least is not None and birth_date is not None and age(birth_date, day) < least


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
    """Return a phone number as +22376271468, or None when it cannot be dialled.

    Eight digits are Malian, seven are of before 2008; any other number says its country. Of
    several in one cell the first is taken (DOMAIN 4.6).
    """
    if len(text) > LONGEST_PHONE:
        return None
    cleared = " ".join(WHOSE.sub(" ", text).split())
    parts = [cleared, *BETWEEN_NUMBERS.split(cleared)]
    return next((found for part in parts if (found := _one_phone(part))), None)


def _one_phone(text: str) -> str | None:
    """Return the one number in the text; a word such as « Tél : » may stand before it."""
    if usual := MALIAN_NUMBER.fullmatch(text):
        return MALI + re.sub("[^0-9]", "", usual[1])
    try:
        number = phonenumbers.parse(text, MALI_REGION)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def spaced_phone(number: str) -> str:
    """Return a stored number as it is shown: +223 76 27 14 68."""
    if not number.startswith(MALI):
        return number
    digits = number.removeprefix(MALI)
    pairs = [digits[start : start + 2] for start in range(0, len(digits), 2)]
    return " ".join([MALI, *pairs])
