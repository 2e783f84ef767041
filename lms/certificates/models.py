"""Certificates and their running numbers, as stored."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.courses.models import CertificateKind
from lms.db import Base
from lms.sessions.models import Participation


class State(StrEnum):
    """What verification says."""

    ISSUED = "issued"
    REPLACED = "replaced"
    EXPIRED = "expired"
    REVOKED = "revoked"


class CertificateCounter(Base):
    """The last number given under a prefix in a year; locked while numbers are given."""

    __tablename__ = "certificate_counter"
    __table_args__ = (UniqueConstraint("prefix", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    prefix: Mapped[str] = mapped_column(String(8))
    year: Mapped[int]
    last: Mapped[int] = mapped_column(default=0)


class Certificate(Base):
    """A certificate as issued: what it says is frozen and can be drawn again bit for bit."""

    __tablename__ = "certificate"

    id: Mapped[int] = mapped_column(primary_key=True)
    participation_id: Mapped[int] = mapped_column(ForeignKey("participation.id"), index=True)
    participation: Mapped[Participation] = relationship()
    kind: Mapped[CertificateKind]
    number: Mapped[str] = mapped_column(String(32), unique=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    content: Mapped[dict[str, object]] = mapped_column(JSON)
    state: Mapped[State] = mapped_column(default=State.ISSUED)
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"))
    issued_at: Mapped[datetime]
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    state_changed_at: Mapped[datetime | None]
