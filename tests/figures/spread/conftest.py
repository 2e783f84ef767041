"""A fixture of servers."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.figures.spread.given import named


@pytest.fixture
def servers(app: Flask) -> Iterator[list[str]]:
    """Yield the addresses of three servers that hold nothing, with a context open."""
    found = named(app)
    with app.app_context():
        yield found
