from datetime import date

import pytest

from lms.lib.sheets.cells import Cell
from lms.lists.reading.cells import Birth
from lms.lists.reading.mapping import NOT_RECORDED, PRESENT_FOR_ALL
from lms.lists.reading.person import Doubt, PersonReader, ReadRow, Refusal
from lms.people.kinds import BirthPrecision, Sex
from lms.sessions.kinds import MarkState
from tests.lists.reading.given import AWA, CIVIL, awa, mapping


def read(row: list[Cell], slots: tuple[int, ...] = (7,)) -> ReadRow:
    return PersonReader(2, row, mapping(slots), CIVIL).read()


def test_a_row_is_read() -> None:
    row = read(AWA)
    assert (row.number, row.surname, row.given_names, row.sex) == (2, "MAÏGA", "Awa", Sex.FEMALE)
    assert (row.service_number, row.phone) == ("44/6386", "+22376271468")
    assert (row.marks, row.doubts, row.refusal) == ((MarkState.PRESENT,), (), None)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"surname": None, "given": None}, Refusal.NO_NAME),
        ({"surname": "- -", "given": "."}, Refusal.FORMULA),
        ({"surname": "=1+1"}, Refusal.FORMULA),
        ({"given": "@SUM(A1)"}, Refusal.FORMULA),
        ({"surname": "B" * 201}, Refusal.TOO_LONG),
        ({"birth": "31/02/1990"}, Refusal.IMPOSSIBLE_BIRTH),
        ({"birth": "12/05/2090"}, Refusal.IMPOSSIBLE_BIRTH),
    ],
)
def test_a_row_that_cannot_be_recorded_says_why(
    changes: dict[str, Cell], refusal: Refusal
) -> None:
    assert read(awa(**changes)).refusal is refusal


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"sex": "X"}, Doubt.SEX),
        ({"phone": "abc"}, Doubt.PHONE),
        ({"birth": "inconnue"}, Doubt.BIRTH),
        ({"mark": "?"}, Doubt.MARK),
        ({"mark": None}, Doubt.NO_MARK),
        ({"service": "0" * 41}, Doubt.NUMBER),
    ],
)
def test_what_is_not_understood_is_a_doubt_and_no_refusal(
    changes: dict[str, Cell], doubt: Doubt
) -> None:
    row = read(awa(**changes))
    assert (row.doubts, row.refusal) == ((doubt,), None)


def test_every_birth_a_row_gives_is_told_though_one_is_kept() -> None:
    heading: list[Cell] = ["Nom", "Né(e) le", "Âge", "J1"]
    reader = PersonReader(2, ["Maïga", "12/03/1980", 17, "P"], mapping((3,), heading), CIVIL)
    row = reader.read()
    assert row.birth == Birth(date(1980, 3, 12), BirthPrecision.DAY)
    assert reader.births == [date(1980, 3, 12), date(1997, 1, 1)]


def test_slots_may_be_filled_for_everyone_or_left_out() -> None:
    row = read(AWA, slots=(PRESENT_FOR_ALL, NOT_RECORDED, 7))
    assert row.marks == (MarkState.PRESENT, MarkState.BLANK, MarkState.PRESENT)
