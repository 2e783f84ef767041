"""One row a job: who asked for what, and what has become of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.accounts.models import User
from lms.db import Base
from lms.jobs.kinds import Failure, JobState


class Job(Base):
    """Something long that somebody asked for; its file is theirs alone."""

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint(
            "state <> 'done' OR (file_name IS NOT NULL AND keep_until IS NOT NULL)",
            name="done_has_a_file",
        ),
        CheckConstraint("state <> 'failed' OR failure IS NOT NULL", name="failed_says_why"),
        CheckConstraint("progress BETWEEN 0 AND 100", name="progress_in_per_cent"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    """Which maker of ``lms.jobs.makers`` does it."""
    asked: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What the maker needs to know: codes, days and settings, never a name."""
    owner_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    owner: Mapped[User] = relationship()
    locale: Mapped[str] = mapped_column(String(8))
    state: Mapped[JobState] = mapped_column(default=JobState.WAITING, index=True)
    progress: Mapped[int] = mapped_column(default=0)
    failure: Mapped[Failure | None]
    asked_at: Mapped[datetime]
    begun_at: Mapped[datetime | None]
    beat_at: Mapped[datetime | None]
    """When the worker last said that it is at work."""
    ended_at: Mapped[datetime | None]
    file_name: Mapped[str | None] = mapped_column(String(200))
    """What the file is called for whoever takes it along."""
    media_type: Mapped[str | None] = mapped_column(String(100))
    size: Mapped[int | None]
    keep_until: Mapped[date | None] = mapped_column(index=True)

    @property
    def tag(self) -> str:
        """What the trail calls it."""
        return f"job:{self.id}"
