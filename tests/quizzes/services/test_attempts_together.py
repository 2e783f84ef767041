from concurrent.futures import Future, ThreadPoolExecutor, wait

import pytest
from flask import Flask

from lms.extensions import db
from lms.quizzes import queries
from lms.quizzes.errors import AlreadyHandedIn
from lms.quizzes.models import Attempt, Question
from lms.quizzes.services import attempts
from lms.sessions.models import Participation
from tests.factories.quizzes import MORNING
from tests.quizzes.steps import hand_in, holder, start

pytestmark = pytest.mark.usefixtures("database")
PATIENCE = 0.3


def test_two_starts_at_once_begin_one_attempt(app: Flask, participation: Participation) -> None:
    participation_id = participation.id

    def second() -> int:
        with app.app_context():
            begun = start(queries.participation(participation_id))
            db.session.commit()
            return int(begun.id)

    first = start(participation)
    with ThreadPoolExecutor() as pool:
        late: Future[int] = pool.submit(second)
        assert not wait([late], timeout=PATIENCE).done, "the second must wait for the first"
        db.session.commit()
    assert late.result() == first.id


def test_an_answer_that_meets_the_hand_in_is_refused(app: Flask, attempt: Attempt) -> None:
    question_id = attempt.question_ids[0]
    choice_id = db.session.get_one(Question, question_id).choices[0].id
    attempt_id = attempt.id
    db.session.commit()

    def late_answer() -> None:
        with app.app_context():
            same = queries.attempt(attempt_id)
            attempts.answer(
                attempt=same,
                question_id=question_id,
                choice_ids=[choice_id],
                now=MORNING,
                actor=holder(same.participation),
            )

    hand_in(attempt)
    with ThreadPoolExecutor() as pool:
        late: Future[None] = pool.submit(late_answer)
        assert not wait([late], timeout=PATIENCE).done, "the answer must wait"
        db.session.commit()
    assert isinstance(late.exception(), AlreadyHandedIn)
