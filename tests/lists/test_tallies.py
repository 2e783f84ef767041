"""The page of a list of headcounts, in words."""

from collections.abc import Iterator

import pytest
from flask import Flask

from lms.lists import queries
from lms.lists.tallies import Tally, tally
from tests.lists.given import session_of, uploaded

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def english(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield


def told(content: bytes) -> Tally:
    imported_list = uploaded(session_of(slots=1), content, category="civil-society")
    return tally(queries.preview_counts(imported_list))


def test_each_row_stands_with_its_numbers_and_their_sum() -> None:
    found = told(b"Lieu;Hommes;Femmes\nGao;3;4\nKidal;5;1")
    assert [it.total for it in found.lines] == [7, 6]
    assert (found.total, found.to_record, found.headings[:2]) == (13, 2, ["Men", "Women"])


def test_a_refused_row_says_why() -> None:
    found = told(b"Lieu;Hommes;Femmes\nGao;3;4\nKidal;x;1")
    assert (found.lines[1].refused, found.total) == (True, 7)
    assert found.lines[1].why == "a number of people was not understood"
