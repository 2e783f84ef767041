"""Reports as stored: prepared by one person, frozen and published by another."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.accounts.models import User
from lms.db import Base
from lms.figures.counting.periods import Window


class ReportState(StrEnum):
    """A prepared report follows the ledger; a published one never changes again."""

    PREPARED = "prepared"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"
    """Published, and corrected by a later one that says why."""


class Report(Base):
    """The totals of a window as they were published; once frozen, only its state moves on."""

    __tablename__ = "report"
    __table_args__ = (
        CheckConstraint("period_start <= period_end", name="days_in_order"),
        CheckConstraint("approved_by_id <> prepared_by_id", name="two_persons"),
        CheckConstraint(
            "state = 'prepared' OR (content IS NOT NULL AND signature IS NOT NULL"
            " AND as_of IS NOT NULL AND approved_by_id IS NOT NULL)",
            name="published_is_frozen",
        ),
        CheckConstraint("succeeds_id IS NULL OR reason <> ''", name="correction_says_why"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(16), unique=True)
    """R-2015-003: the year in which the window ends, and a running number."""
    state: Mapped[ReportState] = mapped_column(default=ReportState.PREPARED, index=True)
    period_start: Mapped[date]
    period_end: Mapped[date]
    regions: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    """Codes of the regions counted; None is all of them."""
    print_range: Mapped[bool] = mapped_column(default=False)
    """Whether undecided rows are printed as a range instead of blocking (R14)."""
    prepared_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    prepared_by: Mapped[User] = relationship(foreign_keys=prepared_by_id)
    prepared_at: Mapped[datetime]
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    approved_by: Mapped[User | None] = relationship(foreign_keys=approved_by_id)
    published_at: Mapped[datetime | None]
    as_of: Mapped[datetime | None]
    """The moment whose ledger was counted, fixed while nobody could write in it."""
    rule_version: Mapped[int | None]
    content: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """Everything that was published, as it was signed."""
    fact_runs: Mapped[list[list[int]] | None] = mapped_column(JSON(none_as_null=True))
    """Which facts were counted: first number and length of each run of numbers."""
    last_fact_id: Mapped[int | None]
    """The newest fact there was then, counted or not: whatever is above it came later."""
    digest: Mapped[str | None] = mapped_column(String(64))
    """SHA-256 of the facts counted."""
    signature: Mapped[str | None] = mapped_column(String(128))
    public_key: Mapped[str | None] = mapped_column(String(64))
    succeeds_id: Mapped[int | None] = mapped_column(ForeignKey("report.id"), unique=True)
    succeeds: Mapped["Report | None"] = relationship(remote_side="Report.id")
    """The published report that this one corrects."""
    reason: Mapped[str] = mapped_column(String(300), default="")
    """What was corrected and why."""

    @property
    def window(self) -> Window:
        """The days counted, both ends included."""
        return Window(self.period_start, self.period_end)

    @property
    def tag(self) -> str:
        """How the trail names the report."""
        return f"report:{self.id}"
