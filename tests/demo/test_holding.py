from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM
from lms.certificates.models import Certificate
from lms.demo.building import found
from lms.demo.plan.mission import plan
from lms.demo.plan.today import around
from lms.demo.plan.values import PlannedSession
from lms.extensions import db
from lms.figures.models import Fact
from lms.people.kinds import AgeGroup
from lms.quizzes.models import Attempt
from lms.sessions.models import AttendanceMark, Participation, Status, TrainingSession
from lms.sessions.outcome import Outcome

NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)
COURSES = ("IND-3H", "FDS-2J", "PART-1J", "CPE-2H", "SENS-2H")

pytestmark = pytest.mark.usefixtures("database")


def last_of(*courses: str) -> list[PlannedSession]:
    held = plan().training_sessions
    return [[it for it in held if it.room.course == code][-1] for code in courses]


def hold(planned: Sequence[PlannedSession]) -> list[TrainingSession]:
    return found(plan(), planned, now=NOW, actor=SYSTEM)


def test_a_session_is_closed_with_a_fact_for_everybody_who_came() -> None:
    hold(last_of(*COURSES))
    facts = db.session.scalars(select(Fact)).all()
    assert {it.course.code for it in facts} == set(COURSES)
    counted = db.session.scalars(
        select(Participation.id).where(
            Participation.outcome.in_((Outcome.TRAINED, Outcome.SENSITIZED))
        )
    )
    assert {it.participation_id for it in facts if it.participation_id} == set(counted)


def test_staff_and_absent_people_leave_no_fact() -> None:
    (held,) = hold(last_of("FDS-2J"))
    facts = db.session.scalars(select(Fact.participation_id)).all()
    uncounted = db.session.scalars(
        select(Participation.id).where(Participation.outcome == Outcome.NONE)
    ).all()
    assert not set(facts) & set(uncounted)
    assert held.closed_at
    assert held.closed_at.date() > held.last_day


def test_children_are_minors_in_the_ledger_and_without_a_date_of_birth() -> None:
    hold(last_of("CPE-2H"))
    facts = db.session.scalars(select(Fact)).all()
    assert {it.age_group for it in facts if it.category.minors} == {AgeGroup.MINOR}


def test_tests_are_graded_and_certificates_handed_out() -> None:
    (held,) = hold(last_of("IND-3H"))
    attempts = db.session.scalars(select(Attempt)).all()
    assert {it.passed for it in attempts} == {True, False}
    certified = db.session.scalars(select(Certificate.participation_id)).all()
    trained = db.session.scalars(
        select(Participation.id).where(
            Participation.training_session_id == held.id,
            Participation.outcome == Outcome.TRAINED,
        )
    )
    assert set(certified) == set(trained)


def test_no_mark_of_the_session_of_today_is_of_a_later_hour() -> None:
    hold([around(NOW.date(), plan())[1]])
    marks = db.session.scalars(select(AttendanceMark)).all()
    assert {it.at for it in marks} == {NOW}
    assert db.session.scalars(select(TrainingSession.status)).all() == [Status.OPEN]
    assert db.session.scalars(select(Fact)).all() == []
