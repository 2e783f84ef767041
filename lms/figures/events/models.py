"""What somebody said of two sessions that may be one event, as stored."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.accounts.actors import ActorKind
from lms.db import Base
from lms.sessions.models import TrainingSession


class Answer(StrEnum):
    """One event written down twice, or two events."""

    ONE = "one"
    TWO = "two"


class EventAnswer(Base):
    """The answer for two sessions: kept for ever, and by itself it changes no figure."""

    __tablename__ = "event_answer"
    __table_args__ = (
        UniqueConstraint("one_id", "other_id"),
        CheckConstraint("one_id < other_id", name="lower_first"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    one_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"))
    one: Mapped[TrainingSession] = relationship(foreign_keys=one_id)
    other_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    other: Mapped[TrainingSession] = relationship(foreign_keys=other_id)
    answer: Mapped[Answer]
    made_at: Mapped[datetime]
    actor_kind: Mapped[ActorKind]
    actor_id: Mapped[int | None]
