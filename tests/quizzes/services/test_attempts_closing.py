"""Attempts that meet the closing of their session."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM
from lms.accounts.models import AuditEntry
from lms.extensions import db
from lms.quizzes import queries
from lms.quizzes.errors import AlreadyHandedIn, NotOpen
from lms.quizzes.models import Attempt, Quiz
from lms.sessions import services as sessions
from lms.sessions.models import TrainingSession
from tests.quizzes.steps import choose, hand_in, start
from tests.sessions.given import NOW, Given, given
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def it(quiz: Quiz) -> Given:
    """A session that can be closed, with two people who were there and a quiz."""
    made = given(people=2, course_version=quiz.course_version)
    made.mark("P", "P")
    return made


def close(training_session_id: int) -> None:
    training_session = db.session.get_one(TrainingSession, training_session_id)
    sessions.close(training_session=training_session, now=NOW, actor=SYSTEM)


def answer_all(attempt: Attempt) -> None:
    for question_id in attempt.question_ids:
        choose(attempt, question_id, 1)


def test_an_answer_kept_while_the_session_closes_is_graded(app: Flask, it: Given) -> None:
    attempt = start(it.participations[0])
    db.session.commit()
    attempt_id, session_id = attempt.id, it.id
    answer_all(attempt)
    db.session.flush()
    second_after(app, lambda: close(session_id)).result()
    db.session.expire_all()
    assert queries.attempt(attempt_id).percent == 100


def test_an_attempt_handed_in_while_the_session_closes_has_one_result(
    app: Flask, it: Given
) -> None:
    attempt = start(it.participations[0])
    db.session.commit()
    attempt_id, session_id = attempt.id, it.id
    first = hand_in(attempt).handed_in_at
    second_after(app, lambda: close(session_id)).result()
    db.session.expire_all()
    assert queries.attempt(attempt_id).handed_in_at == first
    handed_in = select(func.count(AuditEntry.id)).where(AuditEntry.action == "attempt:hand_in")
    assert db.session.scalar(handed_in) == 1


def test_who_hands_in_after_the_session_closed_is_told_so(app: Flask, it: Given) -> None:
    attempt_id = start(it.participations[0]).id
    db.session.commit()
    close(it.id)
    late = second_after(app, lambda: hand_in(queries.attempt(attempt_id)))
    assert isinstance(late.exception(), AlreadyHandedIn)


def test_nobody_begins_a_quiz_while_its_session_closes(app: Flask, it: Given) -> None:
    participation_id = it.participations[0].id
    close(it.id)
    late = second_after(app, lambda: start(queries.participation(participation_id)))
    assert isinstance(late.exception(), NotOpen)


def test_a_session_that_closes_waits_for_who_just_began(app: Flask, it: Given) -> None:
    attempt = start(it.participations[0])
    attempt_id, session_id = attempt.id, it.id
    second_after(app, lambda: close(session_id)).result()
    db.session.expire_all()
    assert queries.attempt(attempt_id).handed_in_at == NOW
