"""Categories, organisations and persons as stored."""

from datetime import UTC, date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.db import Base
from lms.people.kinds import BirthPrecision, Sex


class Category(Base):
    """An audience code; two levels, a child belongs to its parent's total."""

    __tablename__ = "category"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"), index=True)
    parent: Mapped["Category | None"] = relationship(remote_side="Category.id")
    label_fr: Mapped[str] = mapped_column(String(120))
    label_en: Mapped[str] = mapped_column(String(120))
    minors: Mapped[bool] = mapped_column(default=False)
    active: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int]


class Organisation(Base):
    """A body that organises sessions or sends participants."""

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    label_fr: Mapped[str] = mapped_column(String(160))
    label_en: Mapped[str] = mapped_column(String(160))
    active: Mapped[bool] = mapped_column(default=True)


class Person(Base):
    """Somebody in the register, as last known; what they were then stands on participations."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    surname: Mapped[str] = mapped_column(String(200))
    given_names: Mapped[str] = mapped_column(String(200))
    folded_name: Mapped[str] = mapped_column(String(400), index=True)
    """Surname and given names with spellings made one, for search."""
    sort_name: Mapped[str] = mapped_column(String(400), index=True)
    """Surname and given names without accents and case, for order."""
    sex: Mapped[Sex]
    birth_date: Mapped[date | None]
    """With precision ``year`` or ``age`` only its year is meant."""
    birth_precision: Mapped[BirthPrecision | None]
    phone: Mapped[str | None] = mapped_column(String(20))
    service_number: Mapped[str | None] = mapped_column(String(40))
    """As written: text, leading zeros kept."""
    service_number_key: Mapped[str | None] = mapped_column(String(40), index=True)
    """For comparing: letters and digits only, leading zeros ignored (R14)."""
    rank: Mapped[str | None] = mapped_column(String(60))
    unit: Mapped[str | None] = mapped_column(String(120))
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), index=True)
    category: Mapped[Category] = relationship()
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    organisation: Mapped[Organisation | None] = relationship()
    created_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))


class PersonName(Base):
    """A spelling under which a person stood on some list."""

    __tablename__ = "person_name"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    surname: Mapped[str] = mapped_column(String(200))
    given_names: Mapped[str] = mapped_column(String(200))
    folded_name: Mapped[str] = mapped_column(String(400), index=True)
