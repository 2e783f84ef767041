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
    MarkState.PRESENT: "p|x|xx|1|oui|o|y|yes|present|presente|presents|pres|prst|v|vu|signe|signee"
    "|signed|sign|ok|vrai|true|here|attended|emarge|participe",
    MarkState.ABSENT: "a|0|n|non|no|abs|absent|absente|aba|faux|false|missing",
    MarkState.LATE: "retard|en retard|r|ret|late|l",
    MarkState.EXCUSED: "exc|e|excuse|excusee|excused|justifie|justifiee|permission|malade|sick",
}
MARK_OF = {word: state for state, words in MARKS.items() for word in words.split("|")}
TICKS = frozenset("✓✔☑☒✗✘√×")
NOT_THERE = frozenset({"-", "--", "–", "—", "/", "Ø", "ø"})

SEX_OF = dict.fromkeys(
    ("m", "h", "homme", "masculin", "male", "mr", "garcon", "boy", "man", "masc"), Sex.MALE
)
SEX_OF |= dict.fromkeys(("monsieur", "hommes", "g", "b"), Sex.MALE)
SEX_OF |= dict.fromkeys(("f", "femme", "feminin", "female", "fille", "girl", "woman"), Sex.FEMALE)
SEX_OF |= dict.fromkeys(("fem", "mme", "mlle", "madame", "mrs", "ms", "miss", "w"), Sex.FEMALE)

# Words may stand beside a birth: « né vers 1975 à Kati ».
END = r"(?![0-9])"
NUMBER = r"(?<![0-9])([0-9]{1,2})"
SHORT_OR_FULL_YEAR = rf"([0-9]{{4}}|[0-9]{{2}}){END}"
DAY_FIRST = re.compile(rf"{NUMBER}[/.\- ]([0-9]{{1,2}})[/.\- ]{SHORT_OR_FULL_YEAR}")
ISO_DAY = re.compile(rf"(?<![0-9])([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}}){END}")
# In either language, by how its name begins.
MONTH_OF = {"jan": 1, "fev": 2, "feb": 2, "mar": 3, "avr": 4, "apr": 4, "mai": 5, "may": 5}
MONTH_OF |= {"juin": 6, "jun": 6, "juil": 7, "jul": 7, "aou": 8, "aug": 8, "sep": 9}
MONTH_OF |= {"oct": 10, "nov": 11, "dec": 12}
IN_WORDS = re.compile(
    rf"{NUMBER}(?:er|st|nd|rd|th)? ({'|'.join(MONTH_OF)})[a-z]* {SHORT_OR_FULL_YEAR}"
)
YEAR = re.compile(rf"(?<![0-9])([0-9]{{4}}){END}")
AGE = re.compile(
    r"([0-9]{1,3})(?:[.,][0-9]{1,2})?\s*(?:ans?|years?|yrs?)?(?: et demi| old)?", re.IGNORECASE
)
FIRST_YEAR = 1900
OLDEST = 110


class ImpossibleBirth(ValueError):
    """The cell names a day that does not exist or has not come yet; carries its year."""

    def __init__(self, year: int) -> None:
        super().__init__("birth")
        self.year = year


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
    if text in NOT_THERE:
        return MarkState.ABSENT
    return MARK_OF.get(plain(text))


def sex(cell: Cell) -> Sex:
    """Return the sex; unspecified when the cell says something else or nothing."""
    return SEX_OF.get(plain(text_of(cell)), Sex.UNSPECIFIED)


def birth(cell: Cell, *, on: date) -> Birth | None:
    """Return the birth date a cell gives, or None when it gives none.

    Days come before months; of a year in two digits the latest that has come is meant. Raises
    ``ImpossibleBirth`` for a day that does not exist, that lies after ``on``, the first day of
    the session, or before 1900.
    """
    if isinstance(cell, datetime):
        return _known(cell.date(), BirthPrecision.DAY, on)
    if isinstance(cell, date):
        return _known(cell, BirthPrecision.DAY, on)
    text = text_of(cell)
    if written := _day_of(text, on):
        year, month, day = written
        try:
            return _known(date(year, month, day), BirthPrecision.DAY, on)
        except ValueError as error:
            raise ImpossibleBirth(year) from error
    found = YEAR.search(text)
    if found and int(found[1]):
        return _known(date(int(found[1]), 1, 1), BirthPrecision.YEAR, on)
    return None


def age(cell: Cell, *, on: date) -> Birth | None:
    """Return the birth that an age on ``on`` stands for; what is no age may be a birth date.

    None when the cell gives neither; raises as ``birth`` does.
    """
    found = AGE.fullmatch(text_of(cell))
    if not found:
        return birth(cell, on=on)
    return Birth(*birth_of_age(int(found[1]), on)) if 0 < int(found[1]) <= OLDEST else None


def _day_of(text: str, on: date) -> tuple[int, int, int] | None:
    """Return year, month and day as written, whether or not there is such a day."""
    if found := ISO_DAY.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := DAY_FIRST.search(text):
        return _full_year(found[3], on), int(found[2]), int(found[1])
    if found := IN_WORDS.search(plain(text)):
        return _full_year(found[3], on), MONTH_OF[found[2]], int(found[1])
    return None


def _full_year(written: str, on: date) -> int:
    if len(written) == len("1984"):
        return int(written)
    year = on.year // 100 * 100 + int(written)
    return year if year <= on.year else year - 100


def _known(day: date, precision: BirthPrecision, on: date) -> Birth:
    if day > on or day.year < FIRST_YEAR:
        raise ImpossibleBirth(day.year)
    return Birth(stored_birth(day, precision), precision)
