"""Accounts, the audit trail, the log of nominative reads and wrong guesses."""

from datetime import UTC, datetime
from hashlib import sha256

from flask_login import UserMixin
from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from lms.accounts.actors import Actor, ActorKind, Role
from lms.db import Base


def _now() -> datetime:
    return datetime.now(UTC)


class User(UserMixin, Base):
    """Somebody who can sign in."""

    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    """Always in lower case."""
    name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[Role]
    regions: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Codes of the regions in scope; empty means none, never all."""
    locale: Mapped[str] = mapped_column(String(8), default="fr")
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(default=_now)

    @property
    def is_active(self) -> bool:
        """Whether the account may sign in; a disabled one is signed out at its next request."""
        return self.active

    def get_id(self) -> str:
        """Return what the browser's cookie says of the account: a new password makes it stale."""
        return f"{self.id}.{sha256(self.password_hash.encode()).hexdigest()[:16]}"

    @property
    def actor(self) -> Actor:
        """The account as services know it."""
        regions = frozenset(self.regions)
        return Actor(kind=ActorKind.USER, id=self.id, role=self.role, regions=regions)


class AuditEntry(Base):
    """Who did what to which row; written once, never changed."""

    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=_now, index=True)
    actor_kind: Mapped[ActorKind]
    actor_id: Mapped[int | None] = mapped_column(index=True)
    """No foreign key: the trail outlives accounts and participations."""
    action: Mapped[str] = mapped_column(String(64))
    target: Mapped[str] = mapped_column(String(64), index=True)
    changes: Mapped[dict[str, object] | None] = mapped_column(JSON)
    """Ids, codes and settings that changed; never a name."""


class AccessLog(Base):
    """One reading of a list of names: by whom, which, when."""

    __tablename__ = "access_log"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=_now, index=True)
    actor_kind: Mapped[ActorKind]
    actor_id: Mapped[int | None]
    target: Mapped[str] = mapped_column(String(64))


class WrongGuess(Base):
    """One wrong guess at something guessable; old rows only matter for a quarter of an hour."""

    __tablename__ = "wrong_guess"
    __table_args__ = (Index("ix_wrong_guess_scope_at", "scope", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scope: Mapped[str] = mapped_column(String(64))
    """A keyed digest of what was guessed at, so that the table tells no code."""
    at: Mapped[datetime] = mapped_column(default=_now)
