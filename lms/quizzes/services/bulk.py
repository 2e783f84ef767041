"""Attempts recorded many at a time, under the same grading rules as those taken one by one."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import insert

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.accounts.permissions import require
from lms.errors import NotFound
from lms.extensions import db
from lms.quizzes import grading, queries
from lms.quizzes.errors import NothingToAsk
from lms.quizzes.models import Answer, Attempt, AttemptMode, Quiz
from lms.sessions.models import TrainingSession

# A participation, and the choices made for each question.
Sheet = tuple[int, Mapping[int, Collection[int]]]


def record_many(
    *, training_session: TrainingSession, sheets: Sequence[Sheet], now: datetime, actor: Actor
) -> list[Attempt]:
    """Record an attempt, handed in, at the final quiz for each sheet, in the order given.

    Several sheets of one participation are its attempts one after the other. Only the system
    may, for answers that were given elsewhere. Raises ``NothingToAsk``, and ``NotFound`` for a
    sheet of somebody who takes no part in the session.
    """
    require(actor, "attempt:record_many", system=True)
    quiz = queries.quiz_to_take(training_session.course_version_id)
    question_ids = quiz and queries.asked(quiz.id, training_session.first_day)
    if not quiz or not question_ids:
        raise NothingToAsk(f"training_session:{training_session.id}")
    recorded = _attempts(training_session, quiz, sheets)
    for attempt in recorded:
        attempt.question_ids = question_ids
        attempt.started_at = attempt.handed_in_at = now
    _grade(recorded, sheets, question_ids, training_session.course_version.course.pass_mark)
    db.session.add_all(recorded)
    db.session.flush()  # the answers need the ids
    _record_answers(recorded, sheets, now, actor)
    target = f"training_session:{training_session.id}"
    audit.record("attempt:record_many", target, changes={"attempts": len(recorded)}, actor=actor)
    return recorded


def _attempts(
    training_session: TrainingSession, quiz: Quiz, sheets: Sequence[Sheet]
) -> list[Attempt]:
    numbers = queries.begun(training_session.id, quiz.id)
    made = []
    for participation_id, _answers in sheets:
        if participation_id not in numbers:
            raise NotFound(f"participation:{participation_id}")
        numbers[participation_id] += 1
        made.append(
            Attempt(
                quiz_id=quiz.id,
                participation_id=participation_id,
                number=numbers[participation_id],
                mode=AttemptMode.BULK,
            )
        )
    return made


def _grade(
    recorded: list[Attempt], sheets: Sequence[Sheet], question_ids: list[int], pass_mark: int
) -> None:
    asked = queries.questions(question_ids)
    keys = {question_id: queries.key_of(question) for question_id, question in asked.items()}
    for attempt, (_participation_id, answers) in zip(recorded, sheets, strict=True):
        chosen = {question_id: frozenset(them) for question_id, them in answers.items()}
        share = grading.grade(keys, chosen).share
        attempt.percent = grading.percent(share)
        attempt.passed = grading.passes(share, pass_mark)


def _record_answers(
    recorded: list[Attempt], sheets: Sequence[Sheet], now: datetime, actor: Actor
) -> None:
    rows = [
        {
            "attempt_id": attempt.id,
            "question_id": question_id,
            "choice_ids": sorted(choice_ids),
            "at": now,
            "actor_kind": actor.kind,
            "actor_id": actor.id,
        }
        for attempt, (_participation_id, answers) in zip(recorded, sheets, strict=True)
        for question_id, choice_ids in answers.items()
    ]
    if rows:
        db.session.execute(insert(Answer), rows)
