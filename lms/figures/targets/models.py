"""Targets and declared strengths as stored; a change withdraws a row and adds another."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.accounts.actors import ActorKind
from lms.db import Base, Withdrawable
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.targets.values import (
    LONGEST_ROTATION,
    LONGEST_SOURCE,
    LONGEST_UNIT,
    Aim,
    Rotation,
)
from lms.people.models import Category

HOLDS = text("withdrawn_at IS NULL")
HOLDS_FOR_ALL = text("withdrawn_at IS NULL AND category_id IS NULL")


class Declared(Withdrawable):
    """What targets and strengths have in common: where, when, from where, by whom."""

    region: Mapped[str] = mapped_column(String(20), default="")
    """As figures call it; empty is the whole country, or a unit nobody placed."""
    period_start: Mapped[date]
    period_end: Mapped[date]
    source: Mapped[str] = mapped_column(String(LONGEST_SOURCE))
    """Where the number comes from: a plan, a budget document, a letter."""
    actor_kind: Mapped[ActorKind]
    actor_id: Mapped[int | None]
    """Who entered it."""
    recorded_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    """From this moment on it no longer holds: withdrawn, or changed into another."""

    @property
    def window(self) -> Window:
        """The days it is about, both ends included."""
        return Window(self.period_start, self.period_end)


class Target(Declared, Base):
    """How many of a category are to be reached in a period; no category is all together."""

    __tablename__ = "target"
    __table_args__ = (
        CheckConstraint("period_start <= period_end", name="days_in_order"),
        CheckConstraint("count > 0", name="count_positive"),
        Index(
            "uq_target_of_category",
            "measure",
            "category_id",
            "region",
            "period_start",
            "period_end",
            unique=True,
            sqlite_where=HOLDS,
            postgresql_where=HOLDS,
        ),
        # Two rows without a category are not equal to an index.
        Index(
            "uq_target_of_all",
            "measure",
            "region",
            "period_start",
            "period_end",
            unique=True,
            sqlite_where=HOLDS_FOR_ALL,
            postgresql_where=HOLDS_FOR_ALL,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    measure: Mapped[Measure]
    category_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    category: Mapped[Category | None] = relationship()
    count: Mapped[int]

    @property
    def given(self) -> Aim:
        """What it says."""
        return Aim(
            measure=self.measure,
            category_id=self.category_id,
            region=self.region,
            window=self.window,
            count=self.count,
            source=self.source,
        )

    @property
    def tag(self) -> str:
        """How the trail names it."""
        return f"target:{self.id}"


class Strength(Declared, Base):
    """How strong a unit says it is in one rotation (DOMAIN R17)."""

    __tablename__ = "strength"
    __table_args__ = (
        CheckConstraint("period_start <= period_end", name="days_in_order"),
        CheckConstraint("count > 0", name="count_positive"),
        Index(
            "uq_strength_of_rotation",
            "category_id",
            "unit_key",
            "period_start",
            unique=True,
            sqlite_where=HOLDS,
            postgresql_where=HOLDS,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    category: Mapped[Category] = relationship()
    unit: Mapped[str] = mapped_column(String(LONGEST_UNIT))
    """As attendance lists write it."""
    unit_key: Mapped[str] = mapped_column(String(LONGEST_UNIT))
    """What it is compared by: no accents, no capitals."""
    rotation: Mapped[str] = mapped_column(String(LONGEST_ROTATION), default="")
    count: Mapped[int | None]
    """Empty until the unit declares it."""

    @property
    def given(self) -> Rotation:
        """What it says."""
        return Rotation(
            category_id=self.category_id,
            unit=self.unit,
            rotation=self.rotation,
            region=self.region,
            window=self.window,
            count=self.count,
            source=self.source,
        )

    @property
    def tag(self) -> str:
        """How the trail names it."""
        return f"strength:{self.id}"


Entry = Target | Strength
