"""Reading a birth as people give it: a date, a year or an age (DOMAIN 4.6)."""

import re
from datetime import date

from lms.people.kinds import BirthPrecision
from lms.people.rules import birth_of_age

DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
YEAR = re.compile(r"(\d{4})")
AGE = re.compile(r"(\d{1,2})\s*(?:ans?|years?)?", re.IGNORECASE)
OLDEST = 110

Birth = tuple[date, BirthPrecision]


def read(text: str, *, on: date) -> Birth | None:
    """Return what is stored of a birth; ``None`` when it cannot be read or is not in the past.

    The day comes before the month. A year alone means the year, up to two digits an age on
    ``on``, the first day of the session.
    """
    typed = text.strip()
    birth = _day(typed) or _year(typed) or _age(typed, on)
    if birth is None or not date(on.year - OLDEST, 1, 1) <= birth[0] <= on:
        return None
    return birth


def _day(typed: str) -> Birth | None:
    if found := DAY_FIRST.fullmatch(typed):
        day, month, year = map(int, found.groups())
    elif found := YEAR_FIRST.fullmatch(typed):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day), BirthPrecision.DAY
    except ValueError:
        return None


def _year(typed: str) -> Birth | None:
    found = YEAR.fullmatch(typed)
    if found is None or found[1] == "0000":
        return None
    return date(int(found[1]), 1, 1), BirthPrecision.YEAR


def _age(typed: str, on: date) -> Birth | None:
    found = AGE.fullmatch(typed)
    return birth_of_age(int(found[1]), on) if found else None
