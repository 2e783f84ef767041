from datetime import date
from fractions import Fraction

import pytest

from lms.quizzes import queries
from lms.quizzes.kinds import Purpose
from lms.quizzes.models import Attempt
from lms.quizzes.queries import OfferState
from lms.sessions.kinds import ParticipationRole
from tests.factories.quizzes import MORNING, AttemptFactory, QuizFactory
from tests.factories.sessions import ParticipationFactory

pytestmark = pytest.mark.usefixtures("database")


def handed_in(percent: int, **fields: object) -> Attempt:
    attempt: Attempt = AttemptFactory.create(
        handed_in_at=MORNING, percent=percent, passed=percent >= 70, **fields
    )
    return attempt


def again(attempt: Attempt, percent: int) -> Attempt:
    return handed_in(percent, quiz=attempt.quiz, participation=attempt.participation, number=2)


def test_one_attempt_that_passes_is_enough() -> None:
    failed, passed = handed_in(30), handed_in(30)
    again(passed, 80)
    ids = [failed.participation_id, passed.participation_id]
    assert queries.passed(ids) == {passed.participation_id}
    assert queries.passed([]) == set()


def test_practice_passes_nobody() -> None:
    attempt = handed_in(100)
    attempt.quiz.purpose = Purpose.PRACTICE
    assert queries.passed([attempt.participation_id]) == set()


def test_many_are_asked_about_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lms.quizzes.queries.results.BATCH", 1)
    attempts = [handed_in(80), handed_in(90)]
    ids = {it.participation_id for it in attempts}
    assert queries.passed(ids) == ids


def test_the_best_attempt_is_shown_to_trainers() -> None:
    attempt = handed_in(60)
    again(attempt, 40)
    participation = attempt.participation
    newcomer = ParticipationFactory.create(training_session=participation.training_session)
    ParticipationFactory.create(
        training_session=participation.training_session, role=ParticipationRole.TRAINER
    )
    taken, fresh = sorted(
        queries.takers(participation.training_session_id, attempt.quiz_id),
        key=lambda it: it.participation_id != participation.id,
    )
    assert (taken.attempts, taken.percent, taken.passed, taken.open) == (2, 60, False, False)
    assert taken.share == Fraction(3, 5)
    assert (fresh.participation_id, fresh.attempts, fresh.percent) == (newcomer.id, 0, None)


def test_an_offer_follows_the_attempts() -> None:
    participation = ParticipationFactory.create()
    assert queries.offered(participation.id) == []
    quiz = QuizFactory.create(course_version=participation.training_session.course_version)
    (offer,) = queries.offered(participation.id)
    assert (offer.state, offer.questions, offer.attempts_left) == (OfferState.NOT_STARTED, 3, 2)
    attempt = AttemptFactory.create(quiz=quiz, participation=participation)
    (offer,) = queries.offered(participation.id)
    assert (offer.state, offer.attempt_id) == (OfferState.UNDER_WAY, attempt.id)
    attempt.handed_in_at, attempt.percent, attempt.passed = MORNING, 80, True
    (offer,) = queries.offered(participation.id)
    assert (offer.state, offer.percent, offer.passed) == (OfferState.HANDED_IN, 80, True)
    assert offer.attempts_left == 1


def test_nothing_is_offered_to_who_gives_the_session() -> None:
    attempt = AttemptFactory.create()
    attempt.participation.role = ParticipationRole.OBSERVER
    assert queries.offered(attempt.participation_id) == []


def test_a_quiz_of_later_norms_is_not_offered() -> None:
    attempt = AttemptFactory.create()
    for slot in attempt.quiz.slots:
        slot.question.effective_from = date(2020, 1, 1)
    assert queries.offered(attempt.participation_id) == []
