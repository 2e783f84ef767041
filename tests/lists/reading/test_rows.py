from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from lms.lib.sheets.cells import Cell
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import make_sheet
from lms.lists.reading.header import find_header
from lms.lists.reading.mapping import NOT_RECORDED, PRESENT_FOR_ALL, Mapping
from lms.lists.reading.rows import Doubt, Reading, Refusal, Terms, read_rows
from lms.people.kinds import Sex
from lms.sessions.kinds import MarkState

DATA = Path(__file__).parents[2] / "data"
HEADING: list[Cell] = ["N°", "Nom", "Prénom", "Sexe", "Matricule", "Né(e) en", "Téléphone", "J1"]
AWA: list[Cell] = [1, "MAÏGA", "Awa", "F", "44/6386", 1984, "76271468", "P"]
FORCES = Terms(
    first_day=date(2014, 3, 12),
    default="malian-forces",
    tops={"malian-forces": "malian-forces", "malian-army": "malian-forces"},
)
CIVIL = Terms(
    first_day=FORCES.first_day, default="civil-society", tops={"civil-society": "civil-society"}
)


def read(*rows: list[Cell], terms: Terms = CIVIL, slots: tuple[int, ...] = (7,)) -> Reading:
    sheet = make_sheet("", [HEADING, *rows])
    mapping = Mapping.proposed(find_header(sheet), slots=1).changed({}, slots)
    return read_rows(sheet, mapping, terms)


def awa(**changes: Cell) -> list[Cell]:
    columns = ("number", "surname", "given", "sex", "service", "birth", "phone", "mark")
    return [changes.get(name, cell) for name, cell in zip(columns, AWA, strict=True)]


def test_a_row_is_read() -> None:
    (row,) = read(AWA).rows
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
    assert [it.refusal for it in read(awa(**changes)).rows] == [refusal]


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"sex": "X"}, Doubt.SEX),
        ({"phone": "abc"}, Doubt.PHONE),
        ({"birth": "inconnue"}, Doubt.BIRTH),
        ({"mark": "?"}, Doubt.MARK),
        ({"service": "0" * 41}, Doubt.NUMBER),
    ],
)
def test_what_is_not_understood_is_a_doubt_and_no_refusal(
    changes: dict[str, Cell], doubt: Doubt
) -> None:
    (row,) = read(awa(**changes)).rows
    assert (row.doubts, row.refusal) == ((doubt,), None)


def test_the_second_row_with_a_number_is_refused() -> None:
    rows = read(AWA, awa(service="044-6386", surname="DIALLO")).rows
    assert [it.refusal for it in rows] == [None, Refusal.REPEATED_NUMBER]


def test_blank_prepared_and_repeated_header_rows_are_passed_over() -> None:
    prepared: list[Cell] = [2, None, None, None, None, None, None, None]
    assert [it.number for it in read([None], prepared, HEADING[:], AWA).rows] == [5]


def test_the_foot_of_the_list_is_passed_over_and_its_total_kept() -> None:
    found = read(AWA, ["Total", 42], ["Le formateur :"], [None, "Capitaine Exemple"])
    assert len(found.rows) == 1
    assert found.declared_total == 42


@pytest.mark.parametrize("birth", [1999, "12/04/1996", date(2000, 1, 1)])
def test_a_minor_on_a_list_of_forces_leaves_nothing_but_a_row_number(birth: Cell) -> None:
    found = read(awa(birth=birth), terms=FORCES)
    assert (found.rows, found.withheld) == ((), (2,))
    assert len(read(awa(birth=birth), terms=CIVIL).rows) == 1


def test_slots_may_be_filled_for_everyone_or_left_out() -> None:
    (row,) = read(AWA, slots=(PRESENT_FOR_ALL, NOT_RECORDED, 7)).rows
    assert row.marks == (MarkState.PRESENT, MarkState.BLANK, MarkState.PRESENT)


def test_the_list_of_gao_has_46_people_and_their_services() -> None:
    sheet = read_sheet((DATA / "gao-2014-03-forces.csv").read_bytes())
    found = read_rows(sheet, Mapping.proposed(find_header(sheet), slots=3), FORCES)
    full = [row for row in found.rows if row.marks.count(MarkState.PRESENT) == 3]
    assert (len(found.rows), len(full)) == (46, 35)
    assert (found.rows[0].number, found.rows[-1].number) == (6, 51)
    assert {row.refusal for row in found.rows} == {None}


def test_a_bad_list_is_refused_row_by_row() -> None:
    sheet = read_sheet((DATA / "mauvaise-liste.csv").read_bytes())
    found = read_rows(sheet, Mapping.proposed(find_header(sheet), slots=1), CIVIL)
    assert [it.refusal for it in found.rows] == [
        Refusal.NO_NAME,
        Refusal.IMPOSSIBLE_BIRTH,
        Refusal.FORMULA,
        Refusal.TOO_LONG,
        None,
    ]


cells = st.none() | st.text(max_size=12) | st.integers() | st.dates()


@given(st.lists(st.lists(cells, min_size=8, max_size=8), max_size=5))
def test_every_row_is_read_withheld_or_passed_over(rows: list[list[Cell]]) -> None:
    found = read(*rows, terms=FORCES)
    numbers = [row.number for row in found.rows] + list(found.withheld)
    assert len(numbers) == len(set(numbers))
    assert set(numbers) <= set(range(2, len(rows) + 2))
