"""The ledger of facts, and figures that have no list behind them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.courses.models import Course, Programme
from lms.db import Base
from lms.people.kinds import AgeGroup, Sex
from lms.people.models import Category, Organisation, Person
from lms.sessions.models import Headcount, Participation, Phase, Place, TrainingSession
from lms.sessions.outcome import Outcome

LIVE = text("retracted_at IS NULL")
LIVE_ONLY: Any = {"sqlite_where": LIVE, "postgresql_where": LIVE}


class Fact(Base):
    """A person's outcome in a closed session, or a headcount's; append-only.

    A correction retracts and adds; nothing else is ever updated.
    """

    __tablename__ = "fact"
    __table_args__ = (
        CheckConstraint(
            "(person_id IS NOT NULL AND participation_id IS NOT NULL"
            " AND headcount_id IS NULL AND count IS NULL)"
            " OR (person_id IS NULL AND participation_id IS NULL"
            " AND headcount_id IS NOT NULL AND count IS NOT NULL)",
            name="person_or_headcount",
        ),
        CheckConstraint("outcome IN ('trained', 'sensitized')", name="outcome_counted"),
        CheckConstraint("retracted_at >= recorded_at", name="retracted_later"),
        Index("ix_fact_window", "last_day", "outcome"),
        Index("ix_fact_place_live", "place_id", **LIVE_ONLY),
        # Closing twice, or from two places at once, cannot count anybody twice.
        Index("uq_fact_participation_live", "participation_id", unique=True, **LIVE_ONLY),
        Index("uq_fact_headcount_live", "headcount_id", unique=True, **LIVE_ONLY),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    training_session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    training_session: Mapped[TrainingSession] = relationship()
    participation_id: Mapped[int | None] = mapped_column(ForeignKey("participation.id"))
    participation: Mapped[Participation | None] = relationship()
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    person: Mapped[Person | None] = relationship()
    headcount_id: Mapped[int | None] = mapped_column(ForeignKey("headcount.id"))
    headcount: Mapped[Headcount | None] = relationship()
    count: Mapped[int | None]
    at_least: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[Outcome]
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    category: Mapped[Category] = relationship()
    sex: Mapped[Sex]
    age_group: Mapped[AgeGroup]
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"))
    place: Mapped[Place] = relationship()
    programme_id: Mapped[int | None] = mapped_column(ForeignKey("programme.id"))
    programme: Mapped[Programme | None] = relationship()
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"))
    course: Mapped[Course] = relationship()
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    organisation: Mapped[Organisation | None] = relationship()
    """The lead organiser of the session (R9)."""
    phase: Mapped[Phase]
    last_day: Mapped[date]
    """Of the slots held: decides the period (R5)."""
    minutes: Mapped[int | None]
    rule_version: Mapped[int]
    recorded_at: Mapped[datetime]
    retracted_at: Mapped[datetime | None]
    """From this moment on the fact no longer holds; before it, totals knew it."""


class FactBlock(Base):
    """The facts of one session in one month, packed: what totals are counted over.

    It says what the rows say, and is written with them (``lms/figures/ledger``).
    """

    __tablename__ = "fact_block"
    __table_args__ = (UniqueConstraint("month", "training_session_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[int]
    """Months since year 0."""
    training_session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    training_session: Mapped[TrainingSession] = relationship()
    content: Mapped[bytes]


class LedgerMonth(Base):
    """Whether the facts of a month changed: another stamp, another state."""

    __tablename__ = "ledger_month"

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[int] = mapped_column(unique=True)
    stamp: Mapped[int] = mapped_column(BigInteger)


class DeclaredFigure(Base):
    """A figure published earlier, with no list behind it; stands beside, never inside."""

    __tablename__ = "declared_figure"
    __table_args__ = (
        UniqueConstraint("category_id", "outcome", "period_start", "period_end"),
        CheckConstraint("period_start <= period_end", name="days_in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    category: Mapped[Category] = relationship()
    outcome: Mapped[Outcome]
    count: Mapped[int]
    at_least: Mapped[bool] = mapped_column(default=False)
    period_start: Mapped[date]
    period_end: Mapped[date]
    places: Mapped[str] = mapped_column(String(200), default="")
    label_fr: Mapped[str] = mapped_column(String(300))
    label_en: Mapped[str] = mapped_column(String(300))


class Indicator(Base):
    """An outcome that is not a person trained; shown apart, never in a total."""

    __tablename__ = "indicator"
    __table_args__ = (
        UniqueConstraint("code", "period_start", "period_end"),
        CheckConstraint("period_start <= period_end", name="days_in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40))
    count: Mapped[int]
    at_least: Mapped[bool] = mapped_column(default=False)
    period_start: Mapped[date]
    period_end: Mapped[date]
    label_fr: Mapped[str] = mapped_column(String(300))
    label_en: Mapped[str] = mapped_column(String(300))
