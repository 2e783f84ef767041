"""Who may read what, and that reading changes nothing."""

import pytest

from tests.access.row import Row, told
from tests.access.table import PAGES
from tests.world.house import House
from tests.world.visitors import Visitor

READERS = [
    (row, visitor)
    for row in PAGES
    for visitor, answer in row.by_visitor.items()
    if answer in {"200", "302"}
]


@pytest.mark.parametrize("visitor", Visitor)
@pytest.mark.parametrize("row", PAGES, ids=str)
def test_a_page_is_shown_to_whom_the_table_says(
    open_house: House, row: Row, visitor: Visitor
) -> None:
    browser = open_house.browser(visitor, holds=row.holds)
    answer = browser.get(row.address(open_house.world))
    assert told(answer) == row.by_visitor[visitor]


@pytest.mark.parametrize(("row", "visitor"), READERS, ids=str)
def test_reading_a_page_changes_no_row(open_house: House, row: Row, visitor: Visitor) -> None:
    before = open_house.stored()
    open_house.browser(visitor, holds=row.holds).get(row.address(open_house.world))
    assert open_house.stored() == before
