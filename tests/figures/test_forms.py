from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask_babel import force_locale
from werkzeug.datastructures import MultiDict

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Question, Scope
from lms.figures.forms import FiguresForm

OFFERED = Window(date(2013, 7, 1), date(2015, 7, 31))


def asked(app: Flask, **values: str) -> FiguresForm:
    with app.test_request_context(), force_locale("en"):
        form = FiguresForm(MultiDict(values))
        form.offer(regions=[("ML07", "Gao")], window=OFFERED)
        form.validate()
        form.fill()
        return form


def test_an_empty_address_takes_what_the_page_offers(app: Flask) -> None:
    form = asked(app)
    assert form.question == Question(scope=Scope(window=OFFERED))
    assert form.kept == {}
    assert (form.first.data, form.last.data) == (OFFERED.first, OFFERED.last)


def test_what_is_asked_is_taken(app: Flask) -> None:
    form = asked(
        app,
        **{"from": "2014-01-01", "to": "2014-03-31", "as-of": "2014-04-01"},
        measure="participations",
        rows="quarter",
        region="ML07",
    )
    scope = Scope(
        window=Window(date(2014, 1, 1), date(2014, 3, 31)),
        regions=frozenset({"ML07"}),
        as_of=datetime(2014, 4, 1, 23, 59, 59, 999999, UTC),
    )
    assert form.question == Question(
        scope=scope, measure=Measure.PARTICIPATIONS, dimension=Dimension.QUARTER
    )
    assert form.kept == {
        "measure": "participations",
        "rows": "quarter",
        "region": "ML07",
        "as-of": "2014-04-01",
    }


@pytest.mark.parametrize(
    ("values", "window"),
    [
        ({"from": "2014-01-01"}, Window(date(2014, 1, 1), OFFERED.last)),
        ({"from": "2020-01-01"}, Window(date(2020, 1, 1), date(2020, 1, 1))),
        ({"to": "2014-01-01"}, Window(OFFERED.first, date(2014, 1, 1))),
        ({"to": "2010-01-01"}, Window(date(2010, 1, 1), date(2010, 1, 1))),
    ],
)
def test_a_missing_day_is_that_of_the_offered_period(
    app: Flask, values: dict[str, str], window: Window
) -> None:
    assert asked(app, **values).window == window


def test_days_in_the_wrong_order_are_refused_with_a_sentence(app: Flask) -> None:
    form = asked(app, **{"from": "2014-03-31", "to": "2014-03-01"})
    assert form.errors == {
        "last": ["The period ends before it begins. Choose a last day on or after the first."]
    }
    assert form.window == OFFERED


def test_an_unknown_measure_or_region_is_an_error_and_falls_back(app: Flask) -> None:
    form = asked(app, measure="indicator", region="nowhere")
    assert set(form.errors) == {"measure", "region"}
    assert form.question == Question(scope=Scope(window=OFFERED))
    assert form.kept == {}
