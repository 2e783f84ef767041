"""One row of a list as a person: what was read, what was doubtful, what refuses it."""

from collections.abc import Mapping as Dictionary, Sequence
from dataclasses import dataclass
from datetime import MINYEAR, date
from enum import StrEnum

from lms.lib.sheets.cells import Cell, text_of
from lms.lists.reading import audiences, cells, naming
from lms.lists.reading.headings import Meaning
from lms.lists.reading.mapping import NOT_RECORDED, PRESENT_FOR_ALL, Mapping
from lms.people.kinds import Sex
from lms.people.names import plain
from lms.people.rules import phone_number, service_number_key
from lms.sessions.kinds import MarkState

LONGEST_NAME = 200
LONGEST_NUMBER = 40
LONGEST_RANK = 60
LONGEST_UNIT = 120
FORMULA = ("=", "+", "-", "@")


class Refusal(StrEnum):
    """Why a row cannot be recorded."""

    NO_NAME = "no_name"
    FORMULA = "formula"
    TOO_LONG = "too_long"
    IMPOSSIBLE_BIRTH = "impossible_birth"
    REPEATED_NUMBER = "repeated_number"
    OTHER_ROLE = "other_role"
    NOT_A_NUMBER = "not_a_number"
    NOBODY = "nobody"


class Doubt(StrEnum):
    """What was not understood in a row that can be recorded without it."""

    SEX = "sex"
    PHONE = "phone"
    NUMBER = "number"
    BIRTH = "birth"
    MARK = "mark"
    NO_MARK = "no_mark"
    CATEGORY = "category"
    TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the list is read for.

    ``tops`` has the top category of each active one, ``minors`` those of minors; ``default`` is
    that of whoever's row names none.
    """

    first_day: date
    default: str
    tops: Dictionary[str, str]
    minors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """One row as read; ``marks`` has a state for each slot, ``blank`` where none is said."""

    number: int
    surname: str
    given_names: str
    sex: Sex
    category: str
    marks: tuple[MarkState, ...]
    organisation: str | None = None
    birth: cells.Birth | None = None
    phone: str | None = None
    service_number: str | None = None
    rank: str | None = None
    unit: str | None = None
    doubts: tuple[Doubt, ...] = ()
    refusal: Refusal | None = None


class PersonReader:
    """One row being read; doubts and births gather as its cells are asked for."""

    def __init__(self, number: int, row: Sequence[Cell], mapping: Mapping, terms: Terms) -> None:
        self._number = number
        self._row = row
        self._mapping = mapping
        self._terms = terms
        self._doubts: list[Doubt] = []
        self._births: list[date] = []

    @property
    def births(self) -> Sequence[date]:
        """Return every birth date the row just read gives, whichever of them is kept."""
        return self._births

    def read(self) -> ReadRow:
        """Return the row as read."""
        refusal, surname, given_names, rank = self._names()
        unit = self._text(Meaning.UNIT)
        category, organisation = self._category(unit)
        birth, possible = self._birth()
        if not possible:
            refusal = refusal or Refusal.IMPOSSIBLE_BIRTH
        return ReadRow(
            number=self._number,
            surname=surname,
            given_names=given_names,
            sex=self._sex(),
            category=category,
            organisation=organisation,
            birth=birth,
            phone=self._phone(),
            service_number=self._service_number(),
            rank=rank[:LONGEST_RANK] or None,
            unit=unit[:LONGEST_UNIT] or None,
            marks=tuple(self._mark(index) for index in self._mapping.slots),
            doubts=tuple(dict.fromkeys(self._doubts)),
            refusal=refusal,
        )

    def _cell(self, meaning: Meaning) -> Cell:
        index = self._mapping.index(meaning)
        return None if index is None else self._row[index]

    def _text(self, meaning: Meaning) -> str:
        return " ".join(text_of(self._cell(meaning)).split())

    def _category(self, unit: str) -> tuple[str, str | None]:
        """Return category and organisation: as a column of its own says, else as the unit is."""
        default, tops = self._terms.default, self._terms.tops
        category, organisation = audiences.named(unit, default=default, tops=tops)
        said = audiences.category_named(self._text(Meaning.CATEGORY), default=default, tops=tops)
        if said is not None and tops.get(category) != said:
            category = said  # a unit within the category said is more special than it
        return category, organisation

    def _names(self) -> tuple[Refusal | None, str, str, str]:
        """Return what refuses the row, surname, given names, and the rank wherever it stands."""
        rank = self._text(Meaning.RANK)
        surname, beside = naming.without_rank(self._text(Meaning.SURNAME), rank)
        given_names, _ = naming.without_rank(self._text(Meaning.GIVEN_NAMES), rank)
        for meaning in (Meaning.SURNAME_FIRST, Meaning.GIVEN_NAMES_FIRST):
            full = self._text(meaning)
            if len(full) > LONGEST_NAME:
                return Refusal.TOO_LONG, full, given_names, rank
            if full and not surname:
                found = naming.parts(
                    full, surname_first=meaning is Meaning.SURNAME_FIRST, rank=rank
                )
                surname, given_names, beside = found.surname, found.given_names, found.rank
                if full.startswith(FORMULA):
                    return Refusal.FORMULA, full, "", rank
        return _refusal(surname, given_names), surname, given_names, rank or beside

    def _sex(self) -> Sex:
        sex = cells.sex(self._cell(Meaning.SEX))
        columns = [self._mapping.index(it) for it in (Meaning.SEX, Meaning.MEN, Meaning.WOMEN)]
        if sex is Sex.UNSPECIFIED and None not in columns[1:]:
            sex = self._ticked_sex()
        if sex is Sex.UNSPECIFIED and columns != [None, None, None]:
            self._doubts.append(Doubt.SEX)
        return sex

    def _ticked_sex(self) -> Sex:
        """Return the one of two columns, H and F, that has a mark in the row."""
        marked = [
            sex
            for meaning, sex in ((Meaning.MEN, Sex.MALE), (Meaning.WOMEN, Sex.FEMALE))
            if cells.mark(self._cell(meaning)) is MarkState.PRESENT
        ]
        return marked[0] if len(marked) == 1 else Sex.UNSPECIFIED

    def _phone(self) -> str | None:
        typed = self._text(Meaning.PHONE)
        phone = phone_number(typed)
        if typed and phone is None:
            self._doubts.append(Doubt.PHONE)
        return phone

    def _service_number(self) -> str | None:
        number = self._text(Meaning.SERVICE_NUMBER)
        if number and (len(number) > LONGEST_NUMBER or not service_number_key(number)):
            self._doubts.append(Doubt.NUMBER)
            return None
        return number or None

    def _birth(self) -> tuple[cells.Birth | None, bool]:
        """Return the birth to keep, and whether every one the row gives is possible."""
        typed = self._cell(Meaning.BIRTH), self._cell(Meaning.AGE)
        found, possible = [], True
        for cell, read in zip(typed, (cells.birth, cells.age), strict=True):
            try:
                birth = read(cell, on=self._terms.first_day)
            except cells.ImpossibleBirth as error:
                possible = False
                self._note_year(error.year)
                continue
            if birth is not None:
                self._births.append(birth.day)
                found.append(birth)
        if not found and possible and typed != (None, None):
            self._doubts.append(Doubt.BIRTH)
        return (found[0] if found and possible else None), possible

    def _note_year(self, year: int) -> None:
        """Keep the year of a day that does not exist, unless it has not come: it says an age."""
        if MINYEAR <= year <= self._terms.first_day.year:
            self._births.append(date(year, 1, 1))

    def _mark(self, index: int) -> MarkState:
        if index == PRESENT_FOR_ALL:
            return MarkState.PRESENT
        if index == NOT_RECORDED:
            return MarkState.BLANK
        state = cells.mark(self._row[index])
        if state is MarkState.BLANK:
            self._doubts.append(Doubt.NO_MARK)
        if state is not None:
            return state
        if index == self._mapping.index(Meaning.SIGNATURE):  # a signature is any scribble
            return MarkState.PRESENT
        self._doubts.append(Doubt.MARK)
        return MarkState.BLANK


def _refusal(surname: str, given_names: str) -> Refusal | None:
    names = (surname, given_names)
    if any(it.startswith(FORMULA) for it in names):
        return Refusal.FORMULA
    if not any(map(plain, names)):
        return Refusal.NO_NAME
    return Refusal.TOO_LONG if any(len(it) > LONGEST_NAME for it in names) else None
