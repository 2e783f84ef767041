"""The rows of a list: one person each, or the reason why not (DOMAIN 2.3, R16)."""

from collections.abc import Mapping as Dictionary, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lms.lib.sheets.cells import Cell, text_of
from lms.lib.sheets.sheet import Sheet
from lms.lists.reading import audiences, cells, feet, naming
from lms.lists.reading.headings import Meaning
from lms.lists.reading.mapping import NOT_RECORDED, PRESENT_FOR_ALL, Mapping
from lms.people.kinds import Sex
from lms.people.names import plain
from lms.people.rules import phone_number, service_number_key
from lms.sessions.kinds import MarkState
from lms.sessions.rules.ages import must_stay_unwritten

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


class Doubt(StrEnum):
    """What was not understood in a row that can be recorded without it."""

    SEX = "sex"
    PHONE = "phone"
    NUMBER = "number"
    BIRTH = "birth"
    MARK = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the list is read for.

    ``tops`` has the top category of each active one; ``default`` is that of whoever's row
    names none.
    """

    first_day: date
    default: str
    tops: Dictionary[str, str]


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


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a list says. ``withheld`` are rows to forget at once (R16), by number."""

    rows: tuple[ReadRow, ...]
    withheld: tuple[int, ...]
    declared_total: int | None


def read_rows(sheet: Sheet, mapping: Mapping, terms: Terms) -> Reading:
    """Read every row below the header; blank, numbered-only and foot rows are passed over."""
    rows: list[ReadRow] = []
    withheld: list[int] = []
    declared, below_foot = None, False
    for number, row in enumerate(sheet.rows[mapping.header_row :], mapping.header_row + 1):
        if _says_nothing(row, sheet.rows[mapping.header_row - 1], mapping):
            continue
        if feet.is_foot(row, below_another=below_foot):
            below_foot = True
            declared = declared or feet.declared_total(row)
            continue
        read = _Row(number, row, mapping, terms).read()
        if must_stay_unwritten(
            top_category=terms.tops.get(read.category, ""),
            first_day=terms.first_day,
            birth_date=read.birth.day if read.birth else None,
        ):
            withheld.append(number)
        else:
            rows.append(read)
    return Reading(_without_twins(rows), tuple(withheld), declared)


def _says_nothing(row: Sequence[Cell], header: Sequence[Cell], mapping: Mapping) -> bool:
    """Tell whether a row is blank, prepared with a number only, or the header once more."""
    numbered = mapping.index(Meaning.NUMBER)
    filled = [index for index, cell in enumerate(row) if cell is not None and index != numbered]
    return not filled or [text_of(it) for it in row] == [text_of(it) for it in header]


def _without_twins(rows: Sequence[ReadRow]) -> tuple[ReadRow, ...]:
    """Refuse a row with the number of an earlier one: one row a person a list."""
    seen: set[str] = set()
    kept = []
    for row in rows:
        key = service_number_key(row.service_number or "")
        if key in seen and not row.refusal:
            kept.append(replace(row, refusal=Refusal.REPEATED_NUMBER))
            continue
        if key and not row.refusal:
            seen.add(key)
        kept.append(row)
    return tuple(kept)


class _Row:
    """One row being read; doubts gather as its cells are asked for."""

    def __init__(self, number: int, row: Sequence[Cell], mapping: Mapping, terms: Terms) -> None:
        self._number = number
        self._row = row
        self._mapping = mapping
        self._terms = terms
        self._doubts: list[Doubt] = []

    def read(self) -> ReadRow:
        refusal, surname, given_names = self._names()
        unit = self._text(Meaning.UNIT)
        category, organisation = audiences.named(
            unit, default=self._terms.default, tops=self._terms.tops
        )
        try:
            birth = self._birth()
        except cells.ImpossibleBirth:
            birth, refusal = None, refusal or Refusal.IMPOSSIBLE_BIRTH
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
            rank=self._text(Meaning.RANK)[:LONGEST_RANK] or None,
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

    def _names(self) -> tuple[Refusal | None, str, str]:
        rank = self._text(Meaning.RANK)
        surname = naming.without_rank(self._text(Meaning.SURNAME), rank)
        given_names = self._text(Meaning.GIVEN_NAMES)
        for meaning in (Meaning.SURNAME_FIRST, Meaning.GIVEN_NAMES_FIRST):
            full = self._text(meaning)
            if full and not surname:
                surname, given_names = naming.split(
                    full, surname_first=meaning is Meaning.SURNAME_FIRST, rank=rank
                )
        if not plain(surname) and not plain(given_names):
            starts = (surname, given_names)
            formula = any(it.startswith(FORMULA) for it in starts)
            return (Refusal.FORMULA if formula else Refusal.NO_NAME), surname, given_names
        if surname.startswith(FORMULA) or given_names.startswith(FORMULA):
            return Refusal.FORMULA, surname, given_names
        if len(surname) > LONGEST_NAME or len(given_names) > LONGEST_NAME:
            return Refusal.TOO_LONG, surname, given_names
        return None, surname, given_names

    def _sex(self) -> Sex:
        sex = cells.sex(self._cell(Meaning.SEX))
        if sex is Sex.UNSPECIFIED and self._mapping.index(Meaning.SEX) is not None:
            self._doubts.append(Doubt.SEX)
        return sex

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

    def _birth(self) -> cells.Birth | None:
        on = self._terms.first_day
        typed_birth, typed_age = self._cell(Meaning.BIRTH), self._cell(Meaning.AGE)
        birth = cells.birth(typed_birth, on=on) or cells.age(typed_age, on=on)
        if birth is None and (typed_birth is not None or typed_age is not None):
            self._doubts.append(Doubt.BIRTH)
        return birth

    def _mark(self, index: int) -> MarkState:
        if index == PRESENT_FOR_ALL:
            return MarkState.PRESENT
        if index == NOT_RECORDED:
            return MarkState.BLANK
        state = cells.mark(self._row[index])
        if state is not None:
            return state
        if index == self._mapping.index(Meaning.SIGNATURE):  # a signature is any scribble
            return MarkState.PRESENT
        self._doubts.append(Doubt.MARK)
        return MarkState.BLANK
