"""Lists that were brought in, and what became of their rows, as stored."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.accounts.actors import ActorKind
from lms.db import Base
from lms.files.models import StoredFile
from lms.lists.outcomes import Decision
from lms.lists.reading.person import Refusal
from lms.people.models import Category, Suggestion
from lms.sessions.models import Headcount, TrainingSession


class ListState(StrEnum):
    """A preview has written nothing into the session; an applied list has, an undone no more."""

    PREVIEW = "preview"
    APPLIED = "applied"
    UNDONE = "undone"


class ImportedList(Base):
    """One file of one session; the same bytes go into a session once."""

    __tablename__ = "imported_list"
    __table_args__ = (
        UniqueConstraint("training_session_id", "digest"),
        CheckConstraint("recorded >= 0 AND refused >= 0", name="counts_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    training_session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    training_session: Mapped[TrainingSession] = relationship()
    stored_file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"), index=True)
    stored_file: Mapped[StoredFile | None] = relationship()
    """None once the file is no longer kept."""
    filename: Mapped[str] = mapped_column(String(120))
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the file as it was handed in."""
    state: Mapped[ListState] = mapped_column(default=ListState.PREVIEW, index=True)
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    category: Mapped[Category] = relationship()
    """Of whoever's row names none."""
    actor_kind: Mapped[ActorKind]
    actor_id: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC), index=True)
    applied_at: Mapped[datetime | None]
    recorded: Mapped[int | None]
    refused: Mapped[int | None]
    undone_at: Mapped[datetime | None]
    rows: Mapped[list["ImportedRow"]] = relationship(
        order_by="ImportedRow.number", cascade="all, delete-orphan"
    )

    @property
    def tag(self) -> str:
        """What the audit trail calls it."""
        return f"imported_list:{self.id}"


class ImportedRow(Base):
    """What became of one row of an applied list: so a figure leads back to its sheet."""

    __tablename__ = "imported_row"
    # A row of a list of headcounts adds to several of them: it stands here once for each.
    __table_args__ = (
        Index(
            "uq_imported_row_number",
            "imported_list_id",
            "number",
            unique=True,
            sqlite_where=text("decision <> 'counted'"),
            postgresql_where=text("decision <> 'counted'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    imported_list_id: Mapped[int] = mapped_column(ForeignKey("imported_list.id"), index=True)
    number: Mapped[int]
    """In the file, counted from 1, title and blank rows included."""
    decision: Mapped[Decision]
    refusal: Mapped[Refusal | None]
    participation_id: Mapped[int | None] = mapped_column(
        ForeignKey("participation.id", ondelete="SET NULL"), index=True
    )
    registered: Mapped[bool] = mapped_column(default=False)
    """Whether the row brought its person into the register."""
    enrolled: Mapped[bool] = mapped_column(default=False)
    """Whether the row brought its person into the session."""
    suggestion_id: Mapped[int | None] = mapped_column(ForeignKey("suggestion.id"))
    suggestion: Mapped[Suggestion | None] = relationship()
    """Of a row that was a *maybe*: the likeliest candidate."""
    evidence: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    """Of a known person: what agreed, by the name of the field."""
    headcount_id: Mapped[int | None] = mapped_column(
        ForeignKey("headcount.id", ondelete="SET NULL")
    )
    headcount: Mapped[Headcount | None] = relationship()
    """Where a row counted without a name went, and a row of a list of headcounts."""
    counted: Mapped[int] = mapped_column(default=0)
    """How many people the row added to its headcount."""


class RememberedMapping(Base):
    """What somebody said the columns of lists with these very headings hold."""

    __tablename__ = "remembered_mapping"

    id: Mapped[int] = mapped_column(primary_key=True)
    shape: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of the headings, folded and in order."""
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON)
    category_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    category: Mapped[Category | None] = relationship()
    used_at: Mapped[datetime]
