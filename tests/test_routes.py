"""Addresses stand on slips, in certificates and in mail: none of them disappears.

``routes.txt`` holds each with its method and its endpoint, sorted; a new one is written in.
"""

from pathlib import Path

import pytest
from flask import Flask

STORED = (Path(__file__).parent / "routes.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def routes(app: Flask) -> list[str]:
    """Return every address there is; that of the static files changes with their content."""
    return sorted(
        f"{method} {rule.rule} {rule.endpoint}"
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.endpoint != "static"
    )


def test_no_address_disappears(routes: list[str]) -> None:
    assert not set(STORED) - set(routes)


def test_every_new_address_is_stored(routes: list[str]) -> None:
    assert not set(routes) - set(STORED)


def test_the_stored_addresses_are_in_order() -> None:
    assert sorted(set(STORED)) == STORED


def test_no_address_ends_differently_for_two_methods(app: Flask) -> None:
    rules = {rule.rule for rule in app.url_map.iter_rules()}
    assert not {rule for rule in rules if rule != "/" and rule.rstrip("/") + "/" in rules - {rule}}
