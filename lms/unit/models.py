"""The unit's own profile, and the versions of the rules by which it counts."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.accounts.models import User
from lms.db import Base
from lms.unit.rules import FIRST, Rules


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


class RuleVersion(Base):
    """Settings of the counting rules that somebody proposed; with a number, they were adopted.

    An adopted one never changes, and holds until the next is adopted. The first version has no
    row: it is what holds before.
    """

    __tablename__ = "rule_version"
    __table_args__ = (
        CheckConstraint("minimum_share BETWEEN 1 AND 100", name="share_is_a_percentage"),
        CheckConstraint("minimum_minutes >= 0", name="minutes_not_negative"),
        CheckConstraint(
            "1 < smallest_adults AND smallest_adults <= smallest_minors", name="minors_first"
        ),
        CheckConstraint(
            "(number IS NULL) = (adopted_at IS NULL)"
            " AND (number IS NULL) = (adopted_by_id IS NULL)",
            name="adopted_by_somebody",
        ),
        CheckConstraint("reason <> ''", name="says_why"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int | None] = mapped_column(unique=True)
    """Given when it is adopted: what facts and reports name."""
    minimum_share: Mapped[int]
    minimum_minutes: Mapped[int]
    late_counts: Mapped[bool]
    excused_counts: Mapped[bool]
    smallest_adults: Mapped[int]
    smallest_minors: Mapped[int]
    reason: Mapped[str] = mapped_column(String(300))
    """Why the unit would count otherwise."""
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    proposed_by: Mapped[User] = relationship(foreign_keys=proposed_by_id)
    proposed_at: Mapped[datetime]
    adopted_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    adopted_by: Mapped[User | None] = relationship(foreign_keys=adopted_by_id)
    adopted_at: Mapped[datetime | None]
    """From this moment on every closed session is judged by it."""

    @property
    def rules(self) -> Rules:
        """The settings; of one that is not adopted with the number of the first."""
        return Rules(
            version=self.number or FIRST,
            minimum_share=self.minimum_share,
            minimum_minutes=self.minimum_minutes,
            late_counts=self.late_counts,
            excused_counts=self.excused_counts,
            smallest_adults=self.smallest_adults,
            smallest_minors=self.smallest_minors,
        )

    @property
    def tag(self) -> str:
        """How the trail names it."""
        return f"rule_version:{self.id}"
