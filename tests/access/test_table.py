"""A route without its row fails, and what is open to strangers is written down twice."""

import pytest
from flask import Flask

from lms.http import PARTICIPANT_ENDPOINTS, PUBLIC_ENDPOINTS, TOKEN_ENDPOINTS
from tests.access.row import LED_IN, Row
from tests.access.table import ACCESS
from tests.world.house import House
from tests.world.visitors import Visitor

OPEN_TO_STRANGERS = {
    "static",
    "web.home",
    "web.language",
    "web.healthz",
    "accounts.sign_in",
    "participant.link",
    "participant.enter",
    "certificates.verify",
    "certificates.check",
    "api_description.openapi",
    "api_description.schema",
}


NO_TOKEN = "401"


def routes(app: Flask) -> set[tuple[str, str]]:
    """Return each endpoint with each method it answers."""
    return {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_every_route_has_its_row(open_house: House) -> None:
    found = routes(open_house.app) - {("static", "GET")}
    assert found == {(row.endpoint, row.method) for row in ACCESS}


@pytest.mark.parametrize("row", ACCESS, ids=str)
def test_an_address_of_the_table_leads_where_its_row_says(open_house: House, row: Row) -> None:
    address = row.address(open_house.world)
    found = open_house.app.url_map.bind("localhost").match(
        address.partition("?")[0], method=row.method
    )
    assert found[0] == row.endpoint


def test_what_is_open_to_strangers_is_pinned() -> None:
    assert PUBLIC_ENDPOINTS == OPEN_TO_STRANGERS


def let_in(visitor: Visitor) -> set[str]:
    """Return the endpoints that let somebody in, if only to refuse an object."""
    closed = {LED_IN, NO_TOKEN}
    return {row.endpoint for row in ACCESS if row.by_visitor[visitor] not in closed}


def test_the_table_opens_to_strangers_what_is_pinned() -> None:
    assert let_in(Visitor.STRANGER) == OPEN_TO_STRANGERS - {"static"}


def test_a_pass_code_opens_what_is_the_participants_and_nothing_else() -> None:
    assert let_in(Visitor.HOLDER) - OPEN_TO_STRANGERS == PARTICIPANT_ENDPOINTS


@pytest.mark.parametrize("row", ACCESS, ids=str)
def test_an_account_of_a_participant_opens_no_more_than_its_own(row: Row) -> None:
    own = {"accounts.account", "accounts.sign_out"}
    refused = row.by_visitor[Visitor.ACCOUNT] in {"403", NO_TOKEN}
    assert refused is (row.endpoint not in OPEN_TO_STRANGERS | own)


def test_no_cookie_opens_what_is_for_tokens() -> None:
    asked = [row for row in ACCESS if row.endpoint in TOKEN_ENDPOINTS]
    assert {row.endpoint for row in asked} == TOKEN_ENDPOINTS
    assert asked == [row for row in ACCESS if NO_TOKEN in row.answers.split()]
    assert {answer for row in asked for answer in row.by_visitor.values()} == {NO_TOKEN}
