from datetime import date

import pytest

from lms.courses.models import CourseKind
from lms.sessions import queries
from lms.sessions.kinds import ParticipationRole
from lms.sessions.outcome import Outcome
from lms.unit.rules import Rules
from tests.factories.sessions import HeadcountFactory
from tests.sessions.given import given, statements

pytestmark = pytest.mark.usefixtures("database")
TODAY = date(2014, 3, 20)


def test_closing_lists_whose_outcome_hangs_on_a_blank() -> None:
    it = given(days=3, people=3)
    it.mark("PPB", "PAB", "PPP")
    report = queries.report(it.training_session, TODAY)
    (hanging,) = report.hanging
    assert hanging.participation_id == it.participations[0].id
    assert (hanging.now, hanging.at_best) == (Outcome.SENSITIZED, Outcome.TRAINED)
    assert not report.blocks


def test_a_slot_marked_for_a_trainer_alone_is_still_unmarked() -> None:
    it = given(people=2)
    it.participations[0].role = ParticipationRole.TRAINER
    it.mark("P", "B")
    assert queries.report(it.training_session, TODAY).unmarked == (it.slots[0].id,)


def test_a_session_of_headcounts_needs_no_marks() -> None:
    it = given()
    assert queries.report(it.training_session, TODAY).nobody
    HeadcountFactory.create(training_session=it.training_session, count=40, at_least=True)
    HeadcountFactory.create(training_session=it.training_session, count=2)
    report = queries.report(it.training_session, TODAY)
    assert not report.blocks
    assert (report.headcount, report.headcount_at_least, report.nobody) == (42, True, False)


def test_the_terms_of_the_course_decide() -> None:
    it = given(
        days=2,
        people=1,
        course_version__course__minimum_share=50,
        course_version__course__minimum_minutes=30,
    )
    it.mark("PA")
    assert queries.report(it.training_session, TODAY).tally(Outcome.TRAINED) == 1
    course = it.training_session.course_version.course
    course.kind = CourseKind.SENSITIZATION
    assert queries.demand_of(course, Rules()).sensitization
    assert queries.report(it.training_session, TODAY).tally(Outcome.SENSITIZED) == 1


def test_the_report_takes_as_many_statements_however_many_people_there_are() -> None:
    counts = []
    for people in (2, 9):
        it = given(people=people)
        it.mark(*["P"] * people)
        counts.append(statements(lambda it=it: queries.report(it.training_session, TODAY)))
    assert counts[0] == counts[1]
