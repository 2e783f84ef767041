"""Training sessions, their slots and who gives them, as stored."""

from datetime import UTC, date, datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.accounts.models import User
from lms.courses.models import CourseVersion
from lms.db import Base
from lms.people.models import Organisation
from lms.sessions.kinds import Delivery, Half, Phase, Status
from lms.sessions.models.places import Place


class TrainingSession(Base):
    """One delivery of a course version, over its slots.

    Dates are calendar dates at the place of training; both days are taught.
    """

    __tablename__ = "training_session"
    __table_args__ = (
        CheckConstraint("first_day <= last_day", name="days_in_order"),
        CheckConstraint("capacity > 0", name="capacity_positive"),
        Index("ix_training_session_days", "first_day", "last_day"),
        Index("ix_training_session_ends", "last_day", "place_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(32), unique=True)
    """Course code and running number, FDS-2J-0007."""
    short_code: Mapped[str] = mapped_column(String(8), unique=True)
    """What participants type, GAO7."""
    course_version_id: Mapped[int] = mapped_column(ForeignKey("course_version.id"), index=True)
    course_version: Mapped[CourseVersion] = relationship()
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"), index=True)
    place: Mapped[Place] = relationship()
    venue: Mapped[str] = mapped_column(String(160), default="")
    lead_organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    lead_organisation: Mapped[Organisation | None] = relationship()
    phase: Mapped[Phase] = mapped_column(default=Phase.ONGOING)
    delivery: Mapped[Delivery] = mapped_column(default=Delivery.CLASSROOM)
    languages: Mapped[list[str]] = mapped_column(JSON, default=list)
    capacity: Mapped[int | None]
    status: Mapped[Status] = mapped_column(default=Status.PLANNED, index=True)
    status_reason: Mapped[str] = mapped_column(String(300), default="")
    first_day: Mapped[date]
    last_day: Mapped[date]
    created_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
    names_movements: Mapped[bool] = mapped_column(default=False)
    """Whether a unit head lets members of armed movements be named here (DOMAIN 7)."""
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    revision: Mapped[int] = mapped_column(default=1)
    """Rises with each save, so that two editors at once are noticed."""
    slots: Mapped[list["Slot"]] = relationship(
        back_populates="training_session", order_by="Slot.position", cascade="all, delete-orphan"
    )
    facilitators: Mapped[list["Facilitator"]] = relationship(
        back_populates="training_session",
        order_by="Facilitator.id",
        cascade="all, delete-orphan",
    )
    partners: Mapped[list["JointOrganisation"]] = relationship(cascade="all, delete-orphan")

    @property
    def tag(self) -> str:
        """How the trail names the session."""
        return f"training_session:{self.id}"


class Facilitator(Base):
    """An account that gives the session and may write in it."""

    __tablename__ = "facilitator"
    __table_args__ = (UniqueConstraint("training_session_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    training_session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    training_session: Mapped[TrainingSession] = relationship(back_populates="facilitators")
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    user: Mapped[User] = relationship()
    lead: Mapped[bool] = mapped_column(default=False)


class JointOrganisation(Base):
    """An organisation taking part beside the lead (R9)."""

    __tablename__ = "joint_organisation"
    __table_args__ = (UniqueConstraint("training_session_id", "organisation_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    training_session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    organisation: Mapped[Organisation] = relationship()


class Slot(Base):
    """A half day or day of a session, marked once."""

    __tablename__ = "slot"
    __table_args__ = (
        UniqueConstraint("training_session_id", "position"),
        CheckConstraint("minutes > 0", name="minutes_positive"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    training_session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    training_session: Mapped[TrainingSession] = relationship(back_populates="slots")
    position: Mapped[int]
    day: Mapped[date]
    half: Mapped[Half]
    minutes: Mapped[int]
    """Without breaks."""
    held: Mapped[bool] = mapped_column(default=True)
    """False once somebody said it was not held: it leaves the divisor (R1)."""
