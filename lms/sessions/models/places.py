"""Places as stored."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.db import Base
from lms.sessions.kinds import PlaceLevel


class Place(Base):
    """A place of one release of codes; always joined on release and code."""

    __tablename__ = "place"
    __table_args__ = (UniqueConstraint("release", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    release: Mapped[str] = mapped_column(String(20))
    code: Mapped[str] = mapped_column(String(20))
    level: Mapped[PlaceLevel]
    name_fr: Mapped[str] = mapped_column(String(120))
    name_en: Mapped[str] = mapped_column(String(120))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"), index=True)
    parent: Mapped["Place | None"] = relationship(remote_side="Place.id")
    sensitive: Mapped[bool] = mapped_column(default=False)
