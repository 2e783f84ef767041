"""Questions, quizzes and attempts as stored."""

from datetime import UTC, date, datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.accounts.actors import ActorKind
from lms.courses.models import CourseVersion
from lms.db import Base
from lms.quizzes.kinds import AttemptMode, Purpose, QuestionType
from lms.sessions.models import Participation

__all__ = [
    "Answer",
    "Attempt",
    "AttemptMode",
    "Bank",
    "Choice",
    "Purpose",
    "Question",
    "QuestionType",
    "Quiz",
    "QuizSlot",
]


class Bank(Base):
    """A set of questions that quizzes draw on."""

    __tablename__ = "bank"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    label_fr: Mapped[str] = mapped_column(String(160))
    label_en: Mapped[str] = mapped_column(String(160))


class Question(Base):
    """A question in both languages."""

    __tablename__ = "question"

    id: Mapped[int] = mapped_column(primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"), index=True)
    bank: Mapped[Bank] = relationship()
    type: Mapped[QuestionType]
    text_fr: Mapped[str] = mapped_column(Text)
    text_en: Mapped[str] = mapped_column(Text)
    feedback_fr: Mapped[str] = mapped_column(Text, default="")
    feedback_en: Mapped[str] = mapped_column(Text, default="")
    effective_from: Mapped[date | None]
    """Not offered to a session whose first day is earlier."""
    revision: Mapped[int] = mapped_column(default=1)
    """Rises with each save, so that two editors at once are noticed."""
    choices: Mapped[list["Choice"]] = relationship(
        back_populates="question", order_by="Choice.position", cascade="all, delete-orphan"
    )


class Choice(Base):
    """One of the answers offered."""

    __tablename__ = "choice"
    __table_args__ = (UniqueConstraint("question_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    question: Mapped[Question] = relationship(back_populates="choices")
    position: Mapped[int]
    text_fr: Mapped[str] = mapped_column(Text)
    text_en: Mapped[str] = mapped_column(Text)
    correct: Mapped[bool] = mapped_column(default=False)


class Quiz(Base):
    """A test of a course version."""

    __tablename__ = "quiz"
    __table_args__ = (
        UniqueConstraint("course_version_id", "purpose"),
        CheckConstraint("attempts_allowed > 0", name="attempts_positive"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    course_version_id: Mapped[int] = mapped_column(ForeignKey("course_version.id"), index=True)
    course_version: Mapped[CourseVersion] = relationship()
    purpose: Mapped[Purpose] = mapped_column(default=Purpose.FINAL)
    title_fr: Mapped[str] = mapped_column(String(160))
    title_en: Mapped[str] = mapped_column(String(160))
    attempts_allowed: Mapped[int] = mapped_column(default=2)
    slots: Mapped[list["QuizSlot"]] = relationship(
        back_populates="quiz", order_by="QuizSlot.position", cascade="all, delete-orphan"
    )


class QuizSlot(Base):
    """A question's place in a quiz."""

    __tablename__ = "quiz_slot"
    __table_args__ = (UniqueConstraint("quiz_id", "question_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), index=True)
    quiz: Mapped[Quiz] = relationship(back_populates="slots")
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    question: Mapped[Question] = relationship()
    position: Mapped[int]


class Attempt(Base):
    """One taking of a quiz by one participation."""

    __tablename__ = "attempt"
    __table_args__ = (UniqueConstraint("quiz_id", "participation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), index=True)
    quiz: Mapped[Quiz] = relationship()
    participation_id: Mapped[int] = mapped_column(ForeignKey("participation.id"), index=True)
    participation: Mapped[Participation] = relationship()
    number: Mapped[int]
    mode: Mapped[AttemptMode] = mapped_column(default=AttemptMode.SELF)
    question_ids: Mapped[list[int]] = mapped_column(JSON)
    """The questions asked, in order, fixed at the start."""
    started_at: Mapped[datetime]
    handed_in_at: Mapped[datetime | None]
    percent: Mapped[int | None]
    """Whole percent, rounded down once, so that it reaches the mark only when the attempt does."""
    passed: Mapped[bool | None]


class Answer(Base):
    """What was chosen for a question; append-only, the latest of a question counts."""

    __tablename__ = "answer"
    __table_args__ = (Index("ix_answer_latest", "attempt_id", "question_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    choice_ids: Mapped[list[int]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
    actor_kind: Mapped[ActorKind]
    actor_id: Mapped[int | None]
