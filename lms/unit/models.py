"""The unit's own profile."""

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from lms.db import Base


class UnitProfile(Base):
    """How the unit calls itself; one row."""

    __tablename__ = "unit_profile"
    __table_args__ = (CheckConstraint("id = 1", name="only_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    name_fr: Mapped[str] = mapped_column(String(160))
    name_en: Mapped[str] = mapped_column(String(160))
    head_function_fr: Mapped[str] = mapped_column(String(120))
    head_function_en: Mapped[str] = mapped_column(String(120))
    place: Mapped[str] = mapped_column(String(80))
    """Where certificates are made out."""
    certificate_prefix: Mapped[str] = mapped_column(String(8), default="CP")
    feminine_ranks: Mapped[bool] = mapped_column(default=False)
    """Whether French ranks on certificates agree with women; else they stand as on the list."""
    is_sample: Mapped[bool] = mapped_column(default=False)
    """Set with the sample mission; nothing in the product clears it."""
