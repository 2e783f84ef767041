from datetime import date

import pytest
from flask import Flask

from lms.figures.counting.periods import Window
from lms.figures.reports.forms import PrepareForm


@pytest.mark.parametrize(("region", "regions"), [("", None), ("ML07", frozenset({"ML07"}))])
def test_a_region_or_all_of_them_can_be_asked_for(
    app: Flask, region: str, regions: frozenset[str] | None
) -> None:
    typed = {"first": "2015-01-01", "last": "2015-03-31", "region": region}
    with app.test_request_context(method="POST", data=typed):
        form = PrepareForm()
        form.offer([("ML07", "Gao")])
        assert form.validate()
        assert form.window == Window(date(2015, 1, 1), date(2015, 3, 31))
        assert form.regions == regions
