from datetime import date

import pytest
from flask import Flask

from lms.figures.counting.periods import Window
from lms.figures.events.forms import DaysForm


def window(app: Flask, query: str) -> Window | None:
    with app.test_request_context(f"/?{query}") as it:
        return DaysForm(it.request.args).window


def test_both_ends_are_days_asked_for(app: Flask) -> None:
    found = window(app, "from=2014-01-01&to=2014-12-31")
    assert found == Window(date(2014, 1, 1), date(2014, 12, 31))


@pytest.mark.parametrize(
    "query", ["", "from=2014-01-01", "from=2014-01-01&to=2013-01-01", "from=x&to=2014-01-01"]
)
def test_anything_else_asks_for_all_days(app: Flask, query: str) -> None:
    assert window(app, query) is None
