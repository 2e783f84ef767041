import pytest

from lms.extensions import db
from lms.sessions.outcome import Outcome
from lms.sessions.queries.judging import otherwise
from lms.unit.rules import Rules
from tests.factories.people import PersonFactory
from tests.figures.given import session_with

pytestmark = pytest.mark.usefixtures("database")


def test_only_what_the_rules_change_comes_out_otherwise() -> None:
    held = session_with({PersonFactory.create(): it for it in ("PPPP", "PPPA")})
    [judgement] = otherwise([held], Rules(), Rules(minimum_share=80)).values()
    assert (judgement.outcome, judgement.marks_obtained) == (Outcome.SENSITIZED, 3)


def test_a_late_mark_that_counts_no_more_changes_the_dose() -> None:
    held = session_with({PersonFactory.create(): "PPLP"})
    [judgement] = otherwise([held], Rules(), Rules(late_counts=False)).values()
    assert (judgement.outcome, judgement.marks_obtained) == (Outcome.TRAINED, 3)


def test_what_its_course_asks_now_is_no_change_of_the_rules() -> None:
    held = session_with({PersonFactory.create(): "PPPA"})
    held.course_version.course.minimum_share = 100
    db.session.commit()
    assert otherwise([held], Rules(), Rules(minimum_share=80)) == {}
