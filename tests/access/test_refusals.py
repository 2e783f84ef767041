"""Who may not do what: whoever is refused changes nothing."""

import pytest

from tests.access.row import LED_IN, Row, told
from tests.access.sending import send
from tests.access.table import ACTS
from tests.world.house import House
from tests.world.visitors import Visitor

REFUSED = [
    (row, visitor)
    for row in ACTS
    for visitor, answer in row.by_visitor.items()
    if answer in {LED_IN, "403", "404"}
]


@pytest.mark.parametrize(("row", "visitor"), REFUSED, ids=str)
def test_an_act_is_refused_to_whom_the_table_says(
    open_house: House, row: Row, visitor: Visitor
) -> None:
    before = open_house.stored()
    answer = send(open_house.browser(visitor, holds=row.holds), row, open_house.world)
    assert told(answer) == row.by_visitor[visitor]
    assert open_house.stored() == before


@pytest.mark.parametrize("visitor", Visitor)
@pytest.mark.parametrize("row", ACTS, ids=str)
def test_nothing_is_sent_without_the_token_of_the_page(
    open_house: House, monkeypatch: pytest.MonkeyPatch, row: Row, visitor: Visitor
) -> None:
    monkeypatch.setitem(open_house.app.config, "WTF_CSRF_ENABLED", value=True)
    before = open_house.stored()
    browser = open_house.browser(visitor, holds=row.holds)
    answer = browser.post(row.address(open_house.world), data=row.typed(open_house.world))
    assert answer.status_code == 400
    assert open_house.stored() == before
