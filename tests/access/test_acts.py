"""Who may do what, each with a house of their own once it is let through."""

import pytest

from tests.access.row import LED_IN, Row, told
from tests.access.sending import send
from tests.access.table import ACTS
from tests.world.house import House
from tests.world.visitors import Visitor

DOERS = [
    (row, visitor)
    for row in ACTS
    for visitor, answer in row.by_visitor.items()
    if answer not in {LED_IN, "403", "404"}
]


@pytest.mark.parametrize(("row", "visitor"), DOERS, ids=str)
def test_an_act_is_done_by_whom_the_table_says(house: House, row: Row, visitor: Visitor) -> None:
    before = house.stored()
    answer = send(house.browser(visitor, holds=row.holds), row, house.world)
    done = told(answer)
    assert done == row.by_visitor[visitor]
    assert (house.stored() != before) is (row.changes and done in {"201", "302"})
