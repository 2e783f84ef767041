"""Taking a quiz: begin, answer as often as wanted, hand in once.

A participant acts for themselves; somebody who gives the session may enter what is said aloud.
Answers are append-only and so their own trail; beginning and handing in leave an entry.
"""

from collections.abc import Collection
from datetime import datetime

import structlog

from lms.accounts import audit
from lms.accounts.actors import Actor, ActorKind
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.quizzes import grading, queries
from lms.quizzes.errors import (
    AlreadyHandedIn,
    AlreadyPassed,
    NoAttemptLeft,
    NotAChoice,
    NothingToAsk,
    NotOpen,
)
from lms.quizzes.models import Answer, Attempt, AttemptMode, Question, QuestionType
from lms.sessions.models import Participation

log = structlog.get_logger(__name__)


def start(*, participation: Participation, now: datetime, actor: Actor) -> Attempt:
    """Begin an attempt at the final quiz, or return the one already open.

    The questions are fixed here. Somebody who gives the session begins it orally, and an open
    attempt they take over becomes oral. Raises ``NotOpen``, ``NothingToAsk``, ``AlreadyPassed``,
    and ``NoAttemptLeft`` when as many as allowed were handed in.
    """
    if not queries.may_take(participation, actor):
        raise NotAllowed("attempt:start")
    # Closing waits for those who begin, and who comes later sees that the session is closed.
    training_session = participation.training_session
    db.session.refresh(
        training_session,
        attribute_names=["status", "first_day"],
        with_for_update={"read": True},
    )
    # Two clicks at once wait here for each other, so that they begin one attempt.
    db.session.get_one(Participation, participation.id, with_for_update=True)
    if training_session.status not in queries.TAKING:
        raise NotOpen(f"training_session:{training_session.id}")
    quiz = queries.quiz_to_take(training_session.course_version_id)
    question_ids = quiz and queries.asked(quiz.id, training_session.first_day)
    if not quiz or not question_ids:
        raise NothingToAsk(f"training_session:{training_session.id}")
    mode = AttemptMode.SELF if actor.kind is ActorKind.PARTICIPANT else AttemptMode.ORAL
    earlier = queries.attempts(quiz.id, participation.id)
    for attempt in earlier:
        if attempt.handed_in_at is None:
            return _take_over(attempt, mode, actor)
    if any(attempt.passed for attempt in earlier):
        raise AlreadyPassed(f"participation:{participation.id}")
    if len(earlier) >= quiz.attempts_allowed:
        raise NoAttemptLeft(f"participation:{participation.id}")
    attempt = Attempt(
        quiz=quiz,
        participation=participation,
        number=len(earlier) + 1,
        mode=mode,
        question_ids=question_ids,
        started_at=now,
    )
    db.session.add(attempt)
    db.session.flush()  # the trail needs the id
    audit.record("attempt:start", f"attempt:{attempt.id}", actor=actor)
    return attempt


def answer(
    *,
    attempt: Attempt,
    question_id: int,
    choice_ids: Collection[int],
    now: datetime,
    actor: Actor,
) -> None:
    """Keep what is chosen for a question; nothing chosen takes an answer back.

    The same answer again is kept once. Raises ``AlreadyHandedIn``, ``NotOpen``, ``NotFound``
    for a question that is not asked, and ``NotAChoice``.
    """
    if not queries.may_answer(attempt, actor):
        raise NotAllowed("attempt:answer")
    locked = _lock_open(attempt)
    if question_id not in locked.question_ids:
        raise NotFound(f"question:{question_id}")
    wanted = frozenset(choice_ids)
    _require_choices(queries.questions([question_id])[question_id], wanted)
    if queries.chosen(locked.id).get(question_id, frozenset()) == wanted:
        return
    db.session.add(
        Answer(
            attempt_id=locked.id,
            question_id=question_id,
            choice_ids=sorted(wanted),
            at=now,
            actor_kind=actor.kind,
            actor_id=actor.id,
        )
    )


def hand_in(*, attempt: Attempt, now: datetime, actor: Actor) -> Attempt:
    """Grade an attempt as it stands; nothing can be answered afterwards.

    Raises ``AlreadyHandedIn`` the second time, and ``NotOpen``.
    """
    if not queries.may_answer(attempt, actor):
        raise NotAllowed("attempt:hand_in")
    locked = _lock_open(attempt)
    _grade(locked, now)
    audit.record(
        "attempt:hand_in", f"attempt:{locked.id}", changes={"percent": locked.percent}, actor=actor
    )
    log.info("attempt.handed_in", id=locked.id, actor_kind=actor.kind, actor_id=actor.id)
    return locked


def hand_in_open(*, training_session_id: int, now: datetime, actor: Actor) -> None:
    """Hand in every open attempt of a session that is being closed, as it stands.

    Called while the session closes, so whoever may close it may do this. Waits for answers
    that are being kept, and leaves alone what is handed in meanwhile.
    """
    for attempt in queries.locked_open_attempts(training_session_id):
        _grade(attempt, now)
        audit.record(
            "attempt:hand_in",
            f"attempt:{attempt.id}",
            changes={"percent": attempt.percent},
            actor=actor,
        )


def _take_over(attempt: Attempt, mode: AttemptMode, actor: Actor) -> Attempt:
    if mode is AttemptMode.ORAL and attempt.mode is AttemptMode.SELF:
        attempt.mode = mode
        audit.record("attempt:take_over", f"attempt:{attempt.id}", actor=actor)
    return attempt


def _lock_open(attempt: Attempt) -> Attempt:
    """Return the attempt locked, if it can still be answered."""
    locked = db.session.get_one(Attempt, attempt.id, with_for_update=True, populate_existing=True)
    if locked.handed_in_at is not None:
        raise AlreadyHandedIn(f"attempt:{locked.id}")
    if locked.participation.training_session.status not in queries.TAKING:
        raise NotOpen(f"training_session:{locked.participation.training_session_id}")
    return locked


def _require_choices(question: Question, wanted: frozenset[int]) -> None:
    offered = queries.key_of(question).offered
    if not wanted <= offered or (question.type is QuestionType.SINGLE and len(wanted) > 1):
        raise NotAChoice(f"question:{question.id}")


def _grade(attempt: Attempt, now: datetime) -> None:
    graded = queries.grade(attempt)
    pass_mark = attempt.participation.training_session.course_version.course.pass_mark
    attempt.handed_in_at = now
    attempt.percent = grading.percent(graded.share)
    attempt.passed = grading.passes(graded.share, pass_mark)
