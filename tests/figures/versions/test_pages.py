from datetime import date

from flask import Flask
from flask_babel import force_locale

from lms.figures.versions import pages
from lms.figures.versions.trial import Turned
from lms.sessions.outcome import Outcome
from lms.unit.rules import Rules


def test_settings_that_differ_are_marked(app: Flask) -> None:
    with app.test_request_context(), force_locale("en"):
        found = pages.settings(Rules(), Rules(minimum_share=80))
        assert [(it.now, it.then) for it in found if it.changes] == [("75%", "80%")]


def test_a_session_says_how_many_would_come_to_what(app: Flask) -> None:
    turned = Turned(
        training_session_id=1,
        reference="S-2014-001",
        last_day=date(2014, 3, 1),
        moves={(Outcome.TRAINED, Outcome.SENSITIZED): 2, (Outcome.SENSITIZED, Outcome.NONE): 1},
    )
    with app.test_request_context(), force_locale("en"):
        assert pages.moves(turned) == "sensitized → not counted: 1, trained → sensitized: 2"
