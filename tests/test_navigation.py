"""Every page is reached by reading, and no page leads its reader to a closed door."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException

from lms.web.navigation import ROOMS
from lms.web.tabs import SESSION_TABS
from tests import pages
from tests.access.row import Row
from tests.access.table import ACTS, PAGES
from tests.world.house import House
from tests.world.visitors import Visitor

# What nothing leads to by a link, and why.
REACHED_OTHERWISE = {
    "static": "loaded by every page",
    "web.healthz": "asked by machines",
    "accounts.sign_in": "strangers are led there from every page that is closed to them",
    "participant.link": "stands on slips and in the QR code of the session",
    "records.merge": "led to by the search for the other record",
    "quizzes.review": "led to by the last answer",
    "api_description.schema": "stands in files, for programs",
    **{
        f"api.{it}": "asked by programs"
        for it in ("figures", "facts", "categories", "places", "reports", "report")
    },
}


@dataclass(frozen=True, slots=True)
class Found:
    """One link or button of one page, as one visitor sees it."""

    row: Row
    visitor: Visitor
    method: str
    address: str


@pytest.fixture(scope="module")
def found(open_house: House) -> list[Found]:
    """Return every link and every form of the pages that are shown to anybody."""
    return [
        Found(row, visitor, method, address)
        for row in PAGES
        for visitor, answer in row.by_visitor.items()
        if answer == "200"
        for method, address in _leads(open_house, row, visitor)
    ]


def _leads(house: House, row: Row, visitor: Visitor) -> Iterator[tuple[str, str]]:
    here = row.address(house.world)
    answer = house.browser(visitor, holds=row.holds).get(here)
    if answer.mimetype != "text/html":
        return
    page = pages.read(answer)
    for link in [*page.iter("a"), *page.iter("img")]:
        address = urlsplit(link.get("href") or link.get("src") or "")
        if address.path and not address.netloc:
            yield "GET", address._replace(fragment="").geturl()
    for form in page.iter("form"):
        yield (form.get("method") or "get").upper(), form.get("action") or here


def endpoint(app: Flask, address: str, method: str) -> str | None:
    """Return what answers at an address; ``None`` where nothing does."""
    try:
        found, _values = app.url_map.bind("localhost").match(urlsplit(address).path, method)
    except HTTPException:
        return None
    return str(found)


def test_every_page_is_reached_by_reading(open_house: House, found: list[Found]) -> None:
    app = open_house.app
    linked = {
        to
        for it in found
        if it.method == "GET" and (to := endpoint(app, it.address, "GET")) != it.row.endpoint
    }
    shown = {room.endpoint for room in ROOMS} | {tab.endpoint for tab in SESSION_TABS}
    readable = {it.endpoint for it in app.url_map.iter_rules() if "GET" in (it.methods or ())}
    assert readable - shown - linked == set(REACHED_OTHERWISE)


@pytest.mark.parametrize("visitor", Visitor)
def test_no_link_leads_to_a_closed_door(
    open_house: House, found: list[Found], visitor: Visitor
) -> None:
    links = {
        (it.address, it.row.holds): str(it.row)
        for it in found
        if (it.visitor, it.method) == (visitor, "GET")
    }
    browsers = {it: open_house.browser(visitor, holds=it) for _address, it in links}
    closed = {
        address: row
        for (address, holds), row in links.items()
        if browsers[holds].get(address).status_code not in {200, 302}
    }
    assert not closed


@pytest.mark.parametrize("visitor", Visitor)
def test_no_button_offers_an_act_that_is_refused(
    open_house: House, found: list[Found], visitor: Visitor
) -> None:
    refused = {
        row.address(open_house.world) for row in ACTS if row.by_visitor[visitor] in {"in", "403"}
    }
    offered = {
        it.address: str(it.row)
        for it in found
        if (it.visitor, it.method) == (visitor, "POST") and it.address in refused
    }
    assert not offered


def test_every_form_and_link_leads_somewhere(open_house: House, found: list[Found]) -> None:
    lost = {
        (it.method, it.address)
        for it in found
        if endpoint(open_house.app, it.address, it.method) is None
    }
    assert not lost
