"""Filling in the form of a page as a browser would, and sending it."""

import io
from xml.etree.ElementTree import Element

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests import pages
from tests.access.row import Row
from tests.world.mission import World

Fields = dict[str, list[str]]


def send(browser: FlaskClient, row: Row, world: World) -> TestResponse:
    """Open the page of an act, where there is one, and send its form with what a row types."""
    address = row.address(world)
    shown = browser.get(address)
    sent = filled(pages.read(shown), address) if shown.status_code == 200 else {}
    data: dict[str, object] = {**sent, **row.typed(world)}
    if row.file:
        data["file"] = (io.BytesIO(row.file.encode()), "liste.csv")
    return browser.post(address, data=data)


def filled(page: Element, address: str) -> Fields:
    """Return what the form that a page sends to its own address holds as it is opened."""
    found: Fields = {}
    for form in page.iter("form"):
        if form.get("method") == "post" and (form.get("action") or address) == address:
            for control in form.iter():
                for name, value in _held(control):
                    found.setdefault(name, []).append(value)
    return found


def _held(control: Element) -> list[tuple[str, str]]:
    name = control.get("name")
    if not name:
        return []
    if control.tag == "textarea":
        return [(name, control.text or "")]
    if control.tag == "select":
        options = list(control.iter("option"))
        chosen = [it for it in options if it.get("selected") is not None] or options[:1]
        return [(name, it.get("value", "")) for it in chosen]
    if control.tag != "input" or control.get("type") in {"submit", "file"}:
        return []
    if control.get("type") in {"checkbox", "radio"} and control.get("checked") is None:
        return []
    return [(name, control.get("value") or "")]
