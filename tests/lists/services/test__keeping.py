from datetime import timedelta

import pytest
from hypothesis import given, strategies as st
from sqlalchemy import select

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.files.models import StoredFile
from lms.lib.sheets.cells import Cell
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import make_sheet
from lms.lists import queries
from lms.lists.models import ImportedList
from lms.lists.services import _keeping
from lms.people import queries as people
from tests.factories.lists import ImportedListFactory
from tests.lists.given import FIRST_DAY, TODAY, csv, session_of, uploaded

ADULT = "Maïga;Awa;F;44/6386;1984;P"
CHILD = "Diarra;Issa;M;51/1111;2000;P"
cells = st.none() | st.sampled_from(["Maïga", "044/6386", "=1+1"]) | st.integers(0, 99)
usual = pytest.mark.usefixtures("database")


def kept() -> list[StoredFile]:
    return list(db.session.scalars(select(StoredFile).order_by(StoredFile.id)))


def as_forces(imported_list: ImportedList) -> ImportedList:
    imported_list.category = people.category("malian-forces")
    return imported_list


@usual
def test_what_is_looked_at_is_kept_for_a_month() -> None:
    stored = _keeping.keep(csv(ADULT), TODAY, SYSTEM)
    assert stored.keep_until == TODAY + timedelta(days=30)


@usual
def test_an_applied_list_is_kept_for_a_year_after_its_session() -> None:
    imported_list = uploaded(session_of(slots=1), csv(ADULT))
    _keeping.keep_as_evidence(imported_list, whole=True, actor=SYSTEM)
    assert imported_list.stored_file is not None
    assert imported_list.stored_file.keep_until == FIRST_DAY + timedelta(days=365)


@usual
@pytest.mark.parametrize(("rows", "whole"), [((ADULT, CHILD), True), ((ADULT,), False)])
def test_a_list_with_rows_to_forget_is_no_evidence(rows: tuple[str, ...], whole: bool) -> None:
    """R16, whether the rows were found before or only now."""
    imported_list = uploaded(session_of(slots=1), csv(*rows))
    _keeping.keep_as_evidence(imported_list, whole=whole, actor=SYSTEM)
    assert imported_list.stored_file is None
    assert kept() == []


@usual
def test_a_list_whose_file_is_gone_already_stays_without_one() -> None:
    imported_list = ImportedListFactory.create(stored_file=None, digest="0" * 64)
    _keeping.keep_as_evidence(imported_list, whole=True, actor=SYSTEM)
    assert imported_list.stored_file is None


@usual
def test_rows_to_forget_under_new_terms_leave_the_file() -> None:
    imported_list = uploaded(session_of(slots=1), csv(ADULT, CHILD), category="civil-society")
    assert _keeping.withhold_again(as_forces(imported_list), TODAY, SYSTEM) == (3,)
    shown = {str(cell) for row in queries.sheet_of(imported_list).rows for cell in row}
    assert "Maïga" in shown
    assert "Diarra" not in shown
    assert len(kept()) == 1


@usual
def test_a_file_with_nothing_to_forget_is_not_touched() -> None:
    imported_list = uploaded(session_of(slots=1), csv(ADULT), category="civil-society")
    before = imported_list.stored_file
    assert _keeping.withhold_again(as_forces(imported_list), TODAY, SYSTEM) == ()
    assert imported_list.stored_file is before


@usual
def test_a_file_that_another_session_needs_stays() -> None:
    """The same bytes are kept once, whoever handed them in."""
    imported_list = uploaded(session_of(slots=1), csv(ADULT))
    other = ImportedListFactory.create(stored_file=imported_list.stored_file)
    _keeping.keep_as_evidence(imported_list, whole=False, actor=SYSTEM)
    assert kept() == [other.stored_file]


@given(
    st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=6),
    st.sets(st.integers(2, 7)),
)
def test_the_other_rows_stay_what_and_where_they_were(
    rows: list[list[Cell]], withheld: set[int]
) -> None:
    sheet = make_sheet("Liste", [["Nom", "Âge"], *rows])
    again = read_sheet(_keeping.without_rows(sheet, withheld))
    expected = [
        (None,) * 2 if number in withheld else row for number, row in enumerate(sheet.rows, 1)
    ]
    while expected and not any(cell is not None for cell in expected[-1]):
        expected.pop()
    assert list(again.rows) == expected
