"""What a cell of a list says: a mark, a sex, a birth date, an age (DOMAIN 2.3, 4.6)."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from lms.lib.sheets.cells import Cell, text_of
from lms.people.kinds import BirthPrecision, Sex
from lms.people.names import plain
from lms.people.rules import birth_of_age, stored_birth
from lms.sessions.kinds import MarkState

MARKS = {
    MarkState.PRESENT: "p|x|1|oui|o|y|yes|present|presente|v|signe|signee|signed|ok",
    MarkState.ABSENT: "a|0|n|non|no|abs|absent|absente",
    MarkState.LATE: "retard|en retard|late",
    MarkState.EXCUSED: "exc|excuse|excusee|excused",
}
MARK_OF = {word: state for state, words in MARKS.items() for word in words.split("|")}
TICKS = frozenset("✓✔☑")

SEX_OF = dict.fromkeys(("m", "h", "homme", "masculin", "male", "mr", "garcon", "boy"), Sex.MALE)
SEX_OF |= dict.fromkeys(("f", "femme", "feminin", "female", "fille", "girl"), Sex.FEMALE)

DAY_FIRST = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})")
ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(T.*)?")
YEAR = re.compile(r"(?:vers|en|circa|c\.|ca\.?)?\s*([0-9]{4})", re.IGNORECASE)
AGE = re.compile(r"([0-9]{1,3})\s*(?:ans?|years?|yrs?)?", re.IGNORECASE)
FIRST_YEAR = 1900
OLDEST = 110


class ImpossibleBirth(ValueError):
    """The cell names a day that does not exist or has not come yet."""


@dataclass(frozen=True, slots=True)
class Birth:
    """A birth date as it is stored, and how much of it is known."""

    day: date
    precision: BirthPrecision


def mark(cell: Cell) -> MarkState | None:
    """Return the state a mark stands for; ``blank`` for an empty cell, None for any other text."""
    text = text_of(cell)
    if not text:
        return MarkState.BLANK
    if text in TICKS:
        return MarkState.PRESENT
    return MARK_OF.get(plain(text))


def sex(cell: Cell) -> Sex:
    """Return the sex; unspecified when the cell says something else or nothing."""
    return SEX_OF.get(plain(text_of(cell)), Sex.UNSPECIFIED)


def birth(cell: Cell, *, on: date) -> Birth | None:
    """Return the birth date a cell gives, or None when it gives none.

    Days come before months. Raises ``ImpossibleBirth`` for a day that does not exist, that lies
    after ``on``, the first day of the session, or before 1900.
    """
    if isinstance(cell, datetime):
        return _known(cell.date(), BirthPrecision.DAY, on)
    if isinstance(cell, date):
        return _known(cell, BirthPrecision.DAY, on)
    text = text_of(cell)
    for pattern, parts in ((DAY_FIRST, (3, 2, 1)), (ISO_DAY, (1, 2, 3))):
        if found := pattern.fullmatch(text):
            year, month, day = (int(found[part]) for part in parts)
            try:
                return _known(date(year, month, day), BirthPrecision.DAY, on)
            except ValueError as error:
                raise ImpossibleBirth from error
    found = YEAR.fullmatch(text)
    if found and int(found[1]):
        return _known(date(int(found[1]), 1, 1), BirthPrecision.YEAR, on)
    return None


def age(cell: Cell, *, on: date) -> Birth | None:
    """Return the birth that an age on ``on`` stands for, or None when the cell is no age."""
    found = AGE.fullmatch(text_of(cell))
    if not found or not 0 < int(found[1]) <= OLDEST:
        return None
    return Birth(*birth_of_age(int(found[1]), on))


def _known(day: date, precision: BirthPrecision, on: date) -> Birth:
    if day > on or day.year < FIRST_YEAR:
        raise ImpossibleBirth
    return Birth(stored_birth(day, precision), precision)
