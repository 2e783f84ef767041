import pytest
from flask import Flask
from flask_babel import force_locale

from lms.figures.events import pages
from lms.figures.events.rules import Likeness
from tests.factories.sessions import HeadcountFactory
from tests.figures.events.given import twins


def test_two_sessions_stand_line_by_line_without_a_name(app: Flask) -> None:
    with app.test_request_context(), force_locale("en"):
        one, other = twins()
        HeadcountFactory.create(training_session=other, count=40, at_least=True)
        found = {it.label: (it.one, it.other, it.note) for it in pages.lines(one, other)}
    assert found["Participants"] == ("5", "5", "")
    assert found["Counted without names"] == ("0", "at least 40", "differs")


@pytest.mark.parametrize(
    ("likeness", "said"),
    [
        (
            Likeness(same_course=True, common=0, smaller=0),
            ["Same last day and same place.", "Same course."],
        ),
        (
            Likeness(same_course=True, common=0, smaller=5),
            ["Same last day and same place.", "Same course.", "Nobody stands in both."],
        ),
        (
            Likeness(same_course=False, common=3, smaller=5),
            [
                "Same last day and same place.",
                "3 persons stand in both: 60% of the smaller session.",
            ],
        ),
    ],
)
def test_what_makes_two_sessions_suspect_is_said(
    app: Flask, likeness: Likeness, said: list[str]
) -> None:
    with app.test_request_context(), force_locale("en"):
        assert pages.reasons(likeness) == said
