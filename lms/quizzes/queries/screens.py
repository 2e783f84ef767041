"""What each screen of a quiz shows, put together from a fixed number of statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from lms.accounts.actors import Actor, ActorKind, Role
from lms.errors import NotAllowed, NotFound
from lms.quizzes import grading
from lms.quizzes.grading import Grade
from lms.quizzes.kinds import AttemptMode
from lms.quizzes.models import Attempt, Choice, Question
from lms.quizzes.queries import content, taking
from lms.sessions import queries as sessions
from lms.sessions.models import Participation, ParticipationRole, Status

TAKING = frozenset({Status.OPEN, Status.HELD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One question as somebody answers it; ``number`` counts from 1."""

    attempt: Attempt
    number: int
    question: Question
    chosen: frozenset[int]
    answered: tuple[bool, ...]
    """Which questions of the quiz have an answer kept, in order."""

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.answered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question in the overview before handing in."""

    number: int
    question: Question
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A question not wholly right, with what was chosen."""

    question: Question
    chosen: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of an attempt handed in."""

    attempt: Attempt
    grade: Grade
    needed: Fraction
    may_retake: bool
    mistakes: Sequence[Mistake]
    """Empty while another attempt may follow: it would tell the answers."""


def may_take(participation: Participation, actor: Actor) -> bool:
    """Tell whether ``actor`` takes the quiz of a participation, in person or writing it down."""
    if participation.role is not ParticipationRole.PARTICIPANT:
        return False
    if actor.kind is ActorKind.PARTICIPANT:
        return actor.id == participation.id
    if actor.role is Role.TRAINER:
        return sessions.facilitated_by(participation.training_session_id, actor)
    return actor.role is Role.UNIT_HEAD


def may_answer(attempt: Attempt, actor: Actor) -> bool:
    """Tell whether ``actor`` answers in an attempt: staff only in one they write down."""
    own = actor.kind is ActorKind.PARTICIPANT or attempt.mode is AttemptMode.ORAL
    return own and may_take(attempt.participation, actor)


def attempt_of(attempt_id: int, actor: Actor) -> Attempt:
    """Return an attempt that ``actor`` answers in.

    Raises ``NotFound``, also for a participant who asks for somebody else's, and
    ``NotAllowed`` for staff of other sessions.
    """
    attempt = taking.attempt(attempt_id)
    if may_answer(attempt, actor):
        return attempt
    if actor.kind is ActorKind.PARTICIPANT:
        raise NotFound(f"attempt:{attempt_id}")
    raise NotAllowed(f"attempt:{attempt_id}")


def question_at(attempt: Attempt, number: int) -> int:
    """Return the id of the question of that number. Raises ``NotFound`` beyond the last."""
    if not 1 <= number <= len(attempt.question_ids):
        raise NotFound(f"question number {number}")
    return attempt.question_ids[number - 1]


def screen(attempt: Attempt, number: int) -> Screen:
    """Return one question of an attempt. Raises ``NotFound`` beyond the last."""
    question_id = question_at(attempt, number)
    chosen = taking.chosen(attempt.id)
    return Screen(
        attempt=attempt,
        number=number,
        question=content.questions([question_id])[question_id],
        chosen=chosen.get(question_id, frozenset()),
        answered=tuple(bool(chosen.get(it)) for it in attempt.question_ids),
    )


def overview(attempt: Attempt) -> list[Line]:
    """Return every question of an attempt in order, and whether an answer is kept."""
    chosen = taking.chosen(attempt.id)
    asked = content.questions(attempt.question_ids)
    return [
        Line(number=number, question=asked[it], answered=bool(chosen.get(it)))
        for number, it in enumerate(attempt.question_ids, start=1)
    ]


def first_open(attempt: Attempt) -> int:
    """Return the number of the first question without an answer; the last when all have one."""
    chosen = taking.chosen(attempt.id)
    numbered = enumerate(attempt.question_ids, start=1)
    return next(
        (number for number, it in numbered if not chosen.get(it)), len(attempt.question_ids)
    )


def result(attempt: Attempt) -> Result:
    """Return what came of an attempt handed in."""
    training_session = attempt.participation.training_session
    course = training_session.course_version.course
    chosen = taking.chosen(attempt.id)
    asked = content.questions(attempt.question_ids)
    keys = {question_id: content.key_of(question) for question_id, question in asked.items()}
    tries = taking.attempts(attempt.quiz_id, attempt.participation_id)
    more = (
        len(tries) < attempt.quiz.attempts_allowed
        and not any(it.passed for it in tries)
        and training_session.status in TAKING
    )
    graded = grading.grade(keys, chosen)
    wrong = [
        it
        for it in attempt.question_ids
        if grading.worth(keys[it], chosen.get(it, frozenset())) < 1
    ]
    return Result(
        attempt=attempt,
        grade=graded,
        needed=grading.needed(graded.possible, course.pass_mark),
        may_retake=more,
        mistakes=[] if more else [_mistake(asked[it], chosen.get(it)) for it in wrong],
    )


def _mistake(question: Question, chosen: frozenset[int] | None) -> Mistake:
    picked = tuple(choice for choice in question.choices if choice.id in (chosen or ()))
    return Mistake(question=question, chosen=picked)
