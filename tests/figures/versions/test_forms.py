from datetime import date

from flask import Flask

from lms.figures.counting.periods import Window
from lms.figures.versions.forms import RulesForm, TrialForm
from lms.unit.rules import Rules

TYPED = {
    "minimum_share": "80",
    "minimum_minutes": "90",
    "excused_counts": "y",
    "smallest_adults": "6",
    "smallest_minors": "12",
    "reason": "Asked.",
}


def test_a_form_hands_over_the_settings(app: Flask) -> None:
    with app.test_request_context("/", method="POST", data=TYPED):
        form = RulesForm()
        assert form.validate(), form.errors
        assert form.settings == Rules(
            minimum_share=80,
            minimum_minutes=90,
            late_counts=False,
            excused_counts=True,
            smallest_adults=6,
            smallest_minors=12,
        )


def test_a_form_is_filled_with_the_rules_in_force(app: Flask) -> None:
    with app.test_request_context("/"):
        form = RulesForm()
        form.fill(Rules(minimum_share=60))
        assert form.settings == Rules(minimum_share=60)


def test_days_are_compared_in_their_order(app: Flask) -> None:
    with app.test_request_context("/?from=2014-02-01&to=2014-01-01") as context:
        form = TrialForm(context.request.args)
        assert not form.validate()
    with app.test_request_context("/?from=2014-01-01&to=2014-02-01") as context:
        form = TrialForm(context.request.args)
        assert form.validate()
        assert form.window == Window(date(2014, 1, 1), date(2014, 2, 1))
