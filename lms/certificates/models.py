"""Certificates and their running numbers, as stored."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.certificates.kinds import Kind, Reason, State
from lms.db import Base
from lms.sessions.models import Participation

VALID = text("state = 'issued'")


class CertificateCounter(Base):
    """The last number given under a prefix in a year; locked while numbers are given."""

    __tablename__ = "certificate_counter"
    __table_args__ = (
        UniqueConstraint("prefix", "year"),
        CheckConstraint("last >= 0", name="last_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    prefix: Mapped[str] = mapped_column(String(8))
    year: Mapped[int]
    last: Mapped[int] = mapped_column(default=0)


class Certificate(Base):
    """A certificate as issued: what it says is frozen and can be drawn again bit for bit."""

    __tablename__ = "certificate"
    __table_args__ = (
        Index(
            "uq_certificate_valid",
            "participation_id",
            unique=True,
            sqlite_where=VALID,
            postgresql_where=VALID,
        ),
        CheckConstraint("kind IN ('completion', 'participation')", name="kind_issued"),
        CheckConstraint(
            "replaced_by_id IS NULL OR state = 'replaced'", name="only_replaced_names_another"
        ),
        CheckConstraint("(state = 'revoked') = (reason IS NOT NULL)", name="revoked_has_reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    participation_id: Mapped[int] = mapped_column(ForeignKey("participation.id"), index=True)
    participation: Mapped[Participation] = relationship()
    kind: Mapped[Kind]
    number: Mapped[str] = mapped_column(String(32), unique=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    content: Mapped[dict[str, object]] = mapped_column(JSON)
    """What ``values.to_json`` wrote; never changed."""
    state: Mapped[State] = mapped_column(default=State.ISSUED, index=True)
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"))
    replaced_by: Mapped["Certificate | None"] = relationship(remote_side="Certificate.id")
    reason: Mapped[Reason | None]
    """Why it was revoked: for the unit alone, verification never shows it."""
    issued_at: Mapped[datetime]
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    """Empty when the system issued it."""
    state_changed_at: Mapped[datetime | None]
