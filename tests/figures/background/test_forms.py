import pytest
from flask import Flask
from flask_babel import force_locale
from werkzeug.datastructures import MultiDict

from lms.figures.background.forms import ExportForm
from lms.figures.background.wanted import Content


def form(app: Flask, locale: str = "en", *, pivot: bool = False, **typed: str) -> ExportForm:
    with app.test_request_context(method="POST", data=MultiDict(typed)), force_locale(locale):
        made = ExportForm()
        made.offer(pivot=pivot, past=False)
        made.validate_on_submit()
        return made


def offered(made: ExportForm) -> set[str]:
    return {it.value for it in made.content.choices}


def test_two_dimensions_are_offered_where_they_were_asked_for(app: Flask) -> None:
    assert Content.PIVOT_XLSX not in offered(form(app))
    assert Content.PIVOT_XLSX in offered(form(app, pivot=True))


def test_a_spreadsheet_in_french_is_for_readers_of_french(app: Flask) -> None:
    assert Content.SPREADSHEET not in offered(form(app))
    assert Content.SPREADSHEET in offered(form(app, "fr"))


@pytest.mark.parametrize("content", [Content.FACTS, Content.PIVOT_CSV])
def test_what_nothing_masks_stays_inside(app: Flask, content: Content) -> None:
    refused = form(app, pivot=True, content=content, audience="outside")
    assert refused.audience.errors
    assert not form(app, pivot=True, content=content, audience="inside").errors


def test_a_file_that_there_is_not_is_refused(app: Flask) -> None:
    assert form(app, content="totals-doc", audience="inside").content.errors
