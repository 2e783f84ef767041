import pytest
from flask import Flask

from lms.extensions import db
from lms.quizzes import queries
from lms.quizzes.errors import AlreadyHandedIn
from lms.quizzes.models import Attempt
from lms.sessions.models import Participation
from tests.quizzes.steps import choose, hand_in, start
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")


def test_two_starts_at_once_begin_one_attempt(app: Flask, participation: Participation) -> None:
    participation_id = participation.id
    first_id = start(participation).id
    late = second_after(app, lambda: start(queries.participation(participation_id)).number)
    assert late.result() == 1
    begun = queries.attempts(queries.attempt(first_id).quiz_id, participation_id)
    assert [it.id for it in begun] == [first_id]


def test_two_who_hand_in_at_once_hand_in_once(app: Flask, attempt: Attempt) -> None:
    attempt_id = attempt.id
    db.session.commit()
    hand_in(attempt)
    late = second_after(app, lambda: hand_in(queries.attempt(attempt_id)))
    assert isinstance(late.exception(), AlreadyHandedIn)


def test_an_answer_that_meets_the_hand_in_is_refused(app: Flask, attempt: Attempt) -> None:
    attempt_id, question_id = attempt.id, attempt.question_ids[0]
    db.session.commit()
    hand_in(attempt)
    late = second_after(app, lambda: choose(queries.attempt(attempt_id), question_id, 1))
    assert isinstance(late.exception(), AlreadyHandedIn)
