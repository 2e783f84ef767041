"""Tokens as stored."""

from datetime import UTC, datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.accounts.models import User
from lms.accounts.tokens.secret import DIGEST_LETTERS, PREFIX_LETTERS
from lms.db import Base


class ApiToken(Base):
    """What lets a program read in the name of an account, until it expires or is revoked."""

    __tablename__ = "api_token"
    __table_args__ = (CheckConstraint("expires_at > created_at", name="expires_later"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    user: Mapped[User] = relationship()
    name: Mapped[str] = mapped_column(String(80))
    """What its owner calls it: the program that uses it."""
    prefix: Mapped[str] = mapped_column(String(PREFIX_LETTERS), unique=True)
    """Shown in lists, so that a token that was found can be told from others."""
    digest: Mapped[str] = mapped_column(String(DIGEST_LETTERS))
    """SHA-256 of the whole token; the secret itself is kept nowhere."""
    scopes: Mapped[list[str]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    """To the hour: reading must not write each time."""

    def opens(self, now: datetime) -> bool:
        """Tell whether it may be used: not once it expired, was revoked or its owner left."""
        return self.revoked_at is None and now < self.expires_at and self.user.is_active
