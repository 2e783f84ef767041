"""The first rows of a list as they are read."""

from collections.abc import Iterator

import pytest
from flask import Flask

from lms.lists import queries
from lms.lists.samples import ROWS, sample
from tests.lists.given import csv, session_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
AWA = "Maïga;Awa;F;44/6386;1984;P"


@pytest.fixture(autouse=True)
def english(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield


def test_some_rows_are_shown_as_they_are_read() -> None:
    rows = [f"Maïga{letter};Awa;F;;1984;P" for letter in "abcdefg"]
    imported_list = uploaded(session_of(slots=1), csv(*rows))
    found = sample(imported_list, queries.mapping_of(imported_list))
    assert len(found.rows) == ROWS
    assert list(found.rows[0][:5]) == ["2", "Maïgaa", "Awa", "Woman", "1984"]
    assert found.rows[0][-1] == "1 of 1"


def test_a_row_that_must_leave_no_trace_is_not_among_them() -> None:
    """R16."""
    imported_list = uploaded(session_of(slots=1), csv("Diarra;Issa;M;;2000;P", AWA))
    found = sample(imported_list, queries.mapping_of(imported_list))
    assert [it[1] for it in found.rows] == ["Maïga"]


def test_of_a_list_of_headcounts_the_numbers_are_shown() -> None:
    imported_list = uploaded(
        session_of(slots=1), b"Lieu;Hommes;Femmes\nGao;3;4", category="civil-society"
    )
    found = sample(imported_list, queries.mapping_of(imported_list))
    assert list(found.rows[0][2:4]) == ["3", "4"]
