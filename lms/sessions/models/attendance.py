"""Participations, marks and headcounts as stored."""

from datetime import UTC, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.accounts.actors import ActorKind
from lms.db import Base, Withdrawable
from lms.people.kinds import AgeGroup, Sex
from lms.people.models import Category, Organisation, Person
from lms.sessions.kinds import MarkSource, MarkState, ParticipationRole
from lms.sessions.models.planning import TrainingSession
from lms.sessions.outcome import Judgement, Outcome

NOT_WITHDRAWN = text("withdrawn_at IS NULL")


class Participation(Withdrawable, Base):
    """A person in a session, as they were then; the outcome is kept at closing."""

    __tablename__ = "participation"
    __table_args__ = (
        # Whoever was taken back with a list may come again with the next one.
        Index(
            "uq_participation_person",
            "training_session_id",
            "person_id",
            unique=True,
            sqlite_where=NOT_WITHDRAWN,
            postgresql_where=NOT_WITHDRAWN,
        ),
        UniqueConstraint("training_session_id", "pass_code"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    training_session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    training_session: Mapped[TrainingSession] = relationship()
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    person: Mapped[Person] = relationship()
    role: Mapped[ParticipationRole] = mapped_column(default=ParticipationRole.PARTICIPANT)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), index=True)
    category: Mapped[Category] = relationship()
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    organisation: Mapped[Organisation | None] = relationship()
    unit: Mapped[str | None] = mapped_column(String(120), index=True)
    rank: Mapped[str | None] = mapped_column(String(60))
    sex: Mapped[Sex]
    age_group: Mapped[AgeGroup]
    pass_code: Mapped[str] = mapped_column(String(7))
    created_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
    outcome: Mapped[Outcome | None]
    marks_obtained: Mapped[int | None]
    marks_held: Mapped[int | None]
    """The dose is obtained over held."""
    minutes: Mapped[int | None]
    """Minutes of the slots with a presence mark."""
    rule_version: Mapped[int | None]
    withdrawn_at: Mapped[datetime | None]
    """When the list that brought it was taken back; nothing counts or shows it any more."""

    def keep(self, judgement: Judgement, version: int) -> None:
        """Write what somebody comes to, what it rests on, and the version of the rules."""
        self.outcome = judgement.outcome
        self.marks_obtained = judgement.marks_obtained
        self.marks_held = judgement.marks_held
        self.minutes = judgement.minutes
        self.rule_version = version


class AttendanceMark(Base):
    """One tap, cell or correction; append-only, the latest of a slot counts."""

    __tablename__ = "attendance_mark"
    __table_args__ = (Index("ix_attendance_mark_latest", "participation_id", "slot_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    participation_id: Mapped[int] = mapped_column(ForeignKey("participation.id"))
    slot_id: Mapped[int] = mapped_column(ForeignKey("slot.id"), index=True)
    state: Mapped[MarkState]
    source: Mapped[MarkSource]
    at: Mapped[datetime]
    device_time: Mapped[datetime | None]
    client_uuid: Mapped[str | None] = mapped_column(String(36), unique=True)
    """Makes sending the same tap twice harmless."""
    actor_kind: Mapped[ActorKind]
    actor_id: Mapped[int | None]


class Headcount(Withdrawable, Base):
    """People counted, not named; never distinct persons (R2)."""

    __tablename__ = "headcount"
    __table_args__ = (
        Index(
            "uq_headcount_cell",
            "training_session_id",
            "category_id",
            "sex",
            "age_group",
            "outcome",
            unique=True,
            sqlite_where=NOT_WITHDRAWN,
            postgresql_where=NOT_WITHDRAWN,
        ),
        CheckConstraint("count > 0", name="count_positive"),
        CheckConstraint("outcome IN ('trained', 'sensitized')", name="outcome_counted"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    training_session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    category: Mapped[Category] = relationship()
    sex: Mapped[Sex]
    age_group: Mapped[AgeGroup]
    count: Mapped[int]
    at_least: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[Outcome]
    withdrawn_at: Mapped[datetime | None]
    """When the list that counted them was taken back; facts may still point here."""
