"""Reading quizzes and questions as they are written."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from lms.courses.kinds import CourseKind
from lms.courses.models import Course, CourseVersion
from lms.errors import NotFound
from lms.extensions import db
from lms.quizzes import rules
from lms.quizzes.grading import Key
from lms.quizzes.models import Bank, Purpose, Question, Quiz, QuizSlot


def bank(code: str) -> Bank | None:
    """Return the bank of that code, if there is one."""
    found: Bank | None = db.session.scalar(select(Bank).where(Bank.code == code))
    return found


def final_quiz(course_version_id: int) -> Quiz | None:
    """Return the quiz that decides a certificate of this version, if it has one."""
    found: Quiz | None = db.session.scalar(
        select(Quiz).where(
            Quiz.course_version_id == course_version_id, Quiz.purpose == Purpose.FINAL
        )
    )
    return found


def quiz_to_take(course_version_id: int) -> Quiz | None:
    """Return the final quiz a version’s sessions offer; a sensitization tests nobody."""
    found: Quiz | None = db.session.scalar(
        select(Quiz)
        .join(Quiz.course_version)
        .join(CourseVersion.course)
        .where(
            Quiz.course_version_id == course_version_id,
            Quiz.purpose == Purpose.FINAL,
            Course.kind != CourseKind.SENSITIZATION,
        )
    )
    return found


def final_quiz_afresh(course_version_id: int) -> Quiz | None:
    """Return that quiz with its questions as they now stand, whatever was read before.

    Whoever changes it holds the lock of its version, so that it stays so.
    """
    found: Quiz | None = db.session.scalar(
        select(Quiz)
        .where(Quiz.course_version_id == course_version_id, Quiz.purpose == Purpose.FINAL)
        .options(
            selectinload(Quiz.slots).joinedload(QuizSlot.question).selectinload(Question.choices)
        )
        .execution_options(populate_existing=True)
    )
    return found


def quizzes(course_version_id: int) -> Sequence[Quiz]:
    """Return the quizzes of a version with questions and choices."""
    return db.session.scalars(
        select(Quiz)
        .where(Quiz.course_version_id == course_version_id)
        .options(
            selectinload(Quiz.slots).joinedload(QuizSlot.question).selectinload(Question.choices)
        )
        .order_by(Quiz.id)
    ).all()


def slot_of(question_id: int) -> QuizSlot:
    """Return the place of a question in a quiz, with its version. Raises ``NotFound``."""
    found: QuizSlot | None = db.session.scalar(
        select(QuizSlot)
        .where(QuizSlot.question_id == question_id)
        .options(
            joinedload(QuizSlot.quiz)
            .joinedload(Quiz.course_version)
            .joinedload(CourseVersion.course),
            joinedload(QuizSlot.question).selectinload(Question.choices),
        )
    )
    if found is None:
        raise NotFound(f"question:{question_id}")
    return found


def asked(quiz_id: int, first_day: date) -> list[int]:
    """Return the questions that a session beginning on ``first_day`` is asked, in order."""
    rows = db.session.execute(
        select(QuizSlot.question_id, Question.effective_from)
        .join(QuizSlot.question)
        .where(QuizSlot.quiz_id == quiz_id)
        .order_by(QuizSlot.position)
    )
    return [row.question_id for row in rows if rules.offered(row.effective_from, first_day)]


def questions(question_ids: Collection[int]) -> dict[int, Question]:
    """Return the questions named, with their choices, by id."""
    loaded = db.session.scalars(
        select(Question)
        .where(Question.id.in_(question_ids))
        .options(selectinload(Question.choices))
    )
    return {question.id: question for question in loaded}


def key_of(question: Question) -> Key:
    """Return what a question offers and asks for, as grading knows it."""
    return Key(
        offered=frozenset(choice.id for choice in question.choices),
        right=frozenset(choice.id for choice in question.choices if choice.correct),
    )
