"""Programmes, courses, versions and modules as stored."""

from datetime import UTC, date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.courses.kinds import CertificateKind, CourseKind, VersionStatus
from lms.courses.rules import Force
from lms.db import Base
from lms.people.models import Category

__all__ = [
    "CertificateKind",
    "Course",
    "CourseKind",
    "CourseVersion",
    "Module",
    "Programme",
    "VersionStatus",
]


class Programme(Base):
    """Courses that belong together in the figures."""

    __tablename__ = "programme"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    label_fr: Mapped[str] = mapped_column(String(160))
    label_en: Mapped[str] = mapped_column(String(160))


class Course(Base):
    """A catalogue item: what it counts as and what it asks of a participant."""

    __tablename__ = "course"
    __table_args__ = (
        CheckConstraint("pass_mark BETWEEN 0 AND 100", name="pass_mark_is_a_percentage"),
        CheckConstraint("minimum_share BETWEEN 1 AND 100", name="share_is_a_percentage"),
        CheckConstraint("minimum_minutes >= 0", name="minutes_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    programme_id: Mapped[int | None] = mapped_column(ForeignKey("programme.id"), index=True)
    programme: Mapped[Programme | None] = relationship()
    kind: Mapped[CourseKind]
    audience_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    audience: Mapped[Category | None] = relationship()
    """The category most participants have; a default for lists, never a limit."""
    pass_mark: Mapped[int] = mapped_column(default=70)
    """Percent of the quiz."""
    minimum_share: Mapped[int | None]
    """Percent of the slots held that makes *trained* (R1); None asks what the rules ask."""
    minimum_minutes: Mapped[int | None]
    """How long a session must be to train; None asks what the rules ask."""
    certificate: Mapped[CertificateKind] = mapped_column(default=CertificateKind.COMPLETION)
    created_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
    versions: Mapped[list["CourseVersion"]] = relationship(
        back_populates="course", order_by="CourseVersion.number"
    )


class CourseVersion(Base):
    """The content of a course as taught from a day on; never edited once published."""

    __tablename__ = "course_version"
    __table_args__ = (
        UniqueConstraint("course_id", "number"),
        CheckConstraint("effective_to >= effective_from", name="effective_days_in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), index=True)
    course: Mapped[Course] = relationship(back_populates="versions")
    number: Mapped[int]
    title_fr: Mapped[str] = mapped_column(String(200))
    title_en: Mapped[str] = mapped_column(String(200))
    summary_fr: Mapped[str] = mapped_column(Text, default="")
    summary_en: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[VersionStatus] = mapped_column(default=VersionStatus.DRAFT)
    effective_from: Mapped[date]
    effective_to: Mapped[date | None]
    drafted_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    published_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    published_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=1)
    """Rises with each save, so that two editors at once are noticed."""
    modules: Mapped[list["Module"]] = relationship(
        back_populates="course_version", order_by="Module.position"
    )

    @property
    def force(self) -> Force:
        """The days the version is in force, both included."""
        return Force(self.effective_from, self.effective_to)

    @property
    def minutes(self) -> int:
        """Length of all modules together, without breaks."""
        return sum(module.minutes for module in self.modules)


class Module(Base):
    """A part of a course version, in both languages."""

    __tablename__ = "module"
    __table_args__ = (CheckConstraint("minutes > 0", name="minutes_positive"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    course_version_id: Mapped[int] = mapped_column(ForeignKey("course_version.id"), index=True)
    course_version: Mapped[CourseVersion] = relationship(back_populates="modules")
    position: Mapped[int]
    title_fr: Mapped[str] = mapped_column(String(200))
    title_en: Mapped[str] = mapped_column(String(200))
    objective_fr: Mapped[str] = mapped_column(Text, default="")
    objective_en: Mapped[str] = mapped_column(Text, default="")
    body_fr: Mapped[str] = mapped_column(Text, default="")
    body_en: Mapped[str] = mapped_column(Text, default="")
    minutes: Mapped[int]
    revision: Mapped[int] = mapped_column(default=1)
    """Rises with each save, so that two editors at once are noticed."""
