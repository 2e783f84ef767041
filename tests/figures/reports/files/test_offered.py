from flask import Flask
from flask_babel import force_locale

from lms.figures.reports.files.offered import offered
from lms.figures.reports.models import Report


def test_files_for_outside_come_first_and_ask_for_nothing_more(app: Flask) -> None:
    with app.test_request_context(), force_locale("fr"):
        outside, inside = offered(Report(code="R-2014-001"))
    assert not [it.href for it in outside.files if "audience" in it.href]
    full = [it.href for it in inside.files if "sample" not in it.href]
    assert all("audience=inside" in it for it in full)
    assert [it.href for it in outside.files if "spreadsheet" in it.href]


def test_a_csv_for_french_spreadsheets_is_offered_in_french_alone(app: Flask) -> None:
    with app.test_request_context(), force_locale("en"):
        outside, _inside = offered(Report(code="R-2014-001"))
    assert not [it.href for it in outside.files if "spreadsheet" in it.href]
