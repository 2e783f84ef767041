"""Whatever somebody hands in, a list comes out of it or an error with a name."""

from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings, strategies as st

from lms.errors import LmsError
from lms.lib.sheets.cells import Cell
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import Sheet, make_sheet
from lms.lists.reading.counts import read_counts
from lms.lists.reading.header import find_header
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.rows import read_rows
from tests.lists.reading.given import CIVIL, FORCES

DATA = Path(__file__).parents[2] / "data"
LISTS = [it.read_bytes() for it in sorted(DATA.iterdir()) if it.suffix in {".csv", ".xls", ".ods"}]
WORDS = st.sampled_from(
    [
        *("Nom", "Prénom", "Sexe", "Âge", "J1", "Hommes", "Femmes", "Total", "F", "TRAORÉ Awa"),
        *("1/0", "Ag", "dit", "Mme", "Adj", "(", ",", "=1", "76271468", "31/02/1990", ":"),
    ]
)
CELLS = st.none() | WORDS | st.text(max_size=9).filter(str.strip) | st.integers() | st.dates()


def listed(sheet: Sheet) -> None:
    mapping = Mapping.proposed(find_header(sheet), slots=2)
    for terms in (CIVIL, FORCES):
        read_counts(sheet, mapping, terms)
        read_rows(sheet, mapping, terms)


def named(content: bytes) -> None:
    with suppress(LmsError):
        listed(read_sheet(content))


@given(st.binary(max_size=600))
def test_any_bytes_are_a_list_or_an_error_with_a_name(content: bytes) -> None:
    named(content)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LISTS), st.data())
def test_a_damaged_list_is_a_list_or_an_error_with_a_name(
    content: bytes, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(content)))
    named(content[:start] + data.draw(st.binary(max_size=9)) + content[start + 4 :])


@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=7))
def test_any_table_is_a_list_or_an_error_with_a_name(rows: list[list[Cell]]) -> None:
    with suppress(LmsError):
        listed(make_sheet("", rows))
