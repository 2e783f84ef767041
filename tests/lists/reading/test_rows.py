from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from lms.lib.sheets.cells import Cell
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import make_sheet
from lms.lists.reading.header import find_header
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import Refusal, Terms
from lms.lists.reading.rows import Reading, read_rows
from lms.sessions.kinds import MarkState
from tests.lists.reading.given import AWA, CIVIL, FORCES, HEADING, awa, mapping

DATA = Path(__file__).parents[2] / "data"


def read(*rows: list[Cell], terms: Terms = CIVIL) -> Reading:
    return read_rows(make_sheet("", [HEADING, *rows]), mapping(), terms)


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
