from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from lms.lib.sheets.cells import Cell
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import make_sheet
from lms.lists.reading.header import find_header
from lms.lists.reading.mapping import Mapping, mark_columns
from lms.lists.reading.person import Refusal, Terms
from lms.lists.reading.rows import Reading, read_rows
from lms.sessions.kinds import MarkState
from tests.lists.reading.given import AWA, CIVIL, FORCES, HEADING, awa, mapping

DATA = Path(__file__).parents[2] / "data"


def read(*rows: list[Cell], terms: Terms = CIVIL) -> Reading:
    return read_rows(make_sheet("", [HEADING, *rows]), mapping(), terms)


def test_blank_prepared_and_repeated_header_rows_are_passed_over() -> None:
    prepared: list[Cell] = [2, None, None, None, None, None, None, None]
    assert [it.number for it in read([None], prepared, HEADING[:], AWA).rows] == [5]


def test_a_title_merged_over_the_columns_is_nobody() -> None:
    assert [it.number for it in read(["GENDARMERIE"] * 8, AWA).rows] == [3]


def test_a_row_of_marks_without_a_name_is_not_passed_over() -> None:
    heading: list[Cell] = ["N°", "Nom", "J1", "J2", "J3"]
    sheet = make_sheet("", [heading, [1, None, "X", "X", "X"]])
    (row,) = read_rows(sheet, mapping((2, 3, 4), heading), CIVIL).rows
    assert row.refusal is Refusal.NO_NAME


def test_the_foot_of_the_list_is_passed_over_and_its_total_kept() -> None:
    found = read(AWA, ["Total", 42], ["Le formateur :"], [None, "Capitaine Exemple"])
    assert len(found.rows) == 1
    assert found.declared_total == 42


@pytest.mark.parametrize(
    "birth", [1999, "12/04/1996", "12/04/98", "4 mai 1998", "31/02/2000", date(2000, 1, 1)]
)
def test_a_minor_on_a_list_of_forces_leaves_nothing_but_a_row_number(birth: Cell) -> None:
    found = read(awa(birth=birth), terms=FORCES)
    assert (found.rows, found.withheld) == ((), (2,))
    assert len(read(awa(birth=birth), terms=CIVIL).rows) == 1


@pytest.mark.parametrize(
    ("birth", "age"), [("12/03/1980", "17 ans"), ("12/03/1997", 34), (None, 17), (None, "1998")]
)
def test_either_birth_date_or_age_may_say_that_somebody_is_a_minor(birth: Cell, age: Cell) -> None:
    """R16: « a row whose age or birth date gives under 18 »."""
    heading: list[Cell] = ["Nom", "Né(e) le", "Âge", "J1"]
    sheet = make_sheet("", [heading, ["Maïga", birth, age, "P"]])
    found = read_rows(sheet, mapping((3,), heading), FORCES)
    assert (found.rows, found.withheld) == ((), (2,))


def test_a_day_that_has_not_come_is_refused_and_says_no_age() -> None:
    (row,) = read(awa(birth="12/05/2090"), terms=FORCES).rows
    assert row.refusal is Refusal.IMPOSSIBLE_BIRTH


def test_the_list_of_gao_has_46_people_and_their_services() -> None:
    sheet = read_sheet((DATA / "gao-2014-03-forces.csv").read_bytes())
    found = read_rows(sheet, Mapping.proposed(find_header(sheet), slots=3), FORCES)
    full = [row for row in found.rows if row.marks.count(MarkState.PRESENT) == 3]
    assert (len(found.rows), len(full)) == (46, 35)
    assert (found.rows[0].number, found.rows[-1].number) == (6, 51)
    assert {row.refusal for row in found.rows} == {None}


@pytest.mark.parametrize(
    ("name", "header", "present"),
    [
        ("bamako-2013-10-mission-induction.xlsx", 3, {1: 58, 0: 2}),
        ("bamako-2014-10-mission-refresher.csv", 1, {1: 29, 0: 11}),
        ("bamako-2014-11-forces-recyclage.xlsx", 3, {4: 26, 3: 13, 2: 1}),
        ("bamako-2014-11-parlement-enfants.xlsx", 2, {0: 35}),
        ("bamako-2014-11-sous-groupe.ods", 2, {1: 19}),
        ("mopti-2014-06-partenaires.ods", 2, {1: 34}),
    ],
)
def test_the_other_lists_of_the_field_are_read_as_they_are(
    name: str, header: int, present: dict[int, int]
) -> None:
    """DOMAIN R1, R3, R7, R12: how many stand on each, and how often they were there."""
    sheet = read_sheet((DATA / name).read_bytes())
    found = find_header(sheet)
    read = read_rows(sheet, Mapping.proposed(found, len(mark_columns(found.columns))), CIVIL)
    times = Counter(row.marks.count(MarkState.PRESENT) for row in read.rows)
    assert (found.row, times) == (header, present)
    assert {(row.refusal, row.doubts) for row in read.rows} == {(None, ())}


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
