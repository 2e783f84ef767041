from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM
from lms.courses import queries
from lms.courses.models import Course, VersionStatus
from lms.demo import library
from lms.demo.catalogue import add_courses
from lms.extensions import db
from lms.people import reference
from lms.quizzes import queries as quizzes
from lms.quizzes.models import Question

NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("catalogue")


@pytest.fixture
def catalogue(database: None) -> None:
    del database
    reference.load()
    add_courses(now=NOW, actor=SYSTEM)


def asked(code: str, day: date) -> set[str]:
    version = next(it for it in queries.offered_on(day) if it.course.code == code)
    quiz = quizzes.final_quiz(version.id)
    assert quiz
    ids = quizzes.asked(quiz.id, day)
    return set(db.session.scalars(select(Question.text_en).where(Question.id.in_(ids))))


def test_every_course_is_published_in_every_version() -> None:
    found = {it.code: it for it in db.session.scalars(select(Course))}
    assert {code: len(it.versions) for code, it in found.items()} == {
        it.code: len(it.versions) for it in library.courses()
    }
    states = {version.status for it in found.values() for version in it.versions}
    assert states == {VersionStatus.PUBLISHED}


def test_an_induction_of_october_2014_is_not_asked_about_june_2015() -> None:
    abduction = "Which violation did resolution 2225 (2015) add as a ground for listing?"
    assert abduction not in asked("IND-3H", date(2014, 10, 6))
    assert abduction in asked("IND-3H", date(2015, 6, 18))
    assert len(asked("IND-3H", date(2014, 10, 6))) == len(asked("IND-3H", date(2015, 7, 6))) == 10


def test_the_text_of_a_version_is_that_of_its_days() -> None:
    def listing(day: date) -> str:
        version = next(it for it in queries.offered_on(day) if it.course.code == "FDS-2J")
        return version.modules[4].body_fr

    assert "2225" not in listing(date(2015, 6, 17))
    assert "2225" in listing(date(2015, 6, 18))
    assert "2764" in listing(date(2026, 3, 4))
