"""Categories, organisations and persons as stored."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from lms.accounts.actors import ActorKind
from lms.db import Base, Withdrawable
from lms.people.kinds import BirthPrecision, DoubtKind, Sex, Verdict

NOT_UNDONE = text("undone_at IS NULL")
MERGED = text("merged_into_id IS NOT NULL")


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


class Person(Withdrawable, Base):
    """Somebody in the register, as last known; what they were then stands on participations."""

    __tablename__ = "person"
    __table_args__ = (
        # Merged records are few and looked for at every reading: they alone are indexed.
        Index(
            "ix_person_merged_into_id",
            "merged_into_id",
            sqlite_where=MERGED,
            postgresql_where=MERGED,
        ),
    )

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
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Another record of the same person; rows keep their own person, reads follow the pointer."""
    withdrawn_at: Mapped[datetime | None]
    """When the list that brought them was taken back; nothing shows them any more."""
    erased_at: Mapped[datetime | None]
    """When their data was erased; a number without a person stays for the counts (DOMAIN 7)."""


class PersonName(Base):
    """A spelling under which a person stood on some list."""

    __tablename__ = "person_name"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    surname: Mapped[str] = mapped_column(String(200))
    given_names: Mapped[str] = mapped_column(String(200))
    folded_name: Mapped[str] = mapped_column(String(400), index=True)
    name_key: Mapped[str] = mapped_column(String(400), default="", index=True)
    """Surname and given names as matching compares them, with a bar between (DOMAIN 4.3)."""


class Suggestion(Base):
    """Two records that may be one person, until somebody decides (R14).

    The person came later, mostly as the provisional person of a row; the candidate was there.
    """

    __tablename__ = "suggestion"
    __table_args__ = (
        UniqueConstraint("person_id", "candidate_id"),
        CheckConstraint("person_id <> candidate_id", name="two_records"),
        CheckConstraint("likelihood BETWEEN 0 AND 1000", name="likelihood_in_thousandths"),
        Index("ix_suggestion_verdict_kind", "verdict", "kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    candidate: Mapped[Person] = relationship(foreign_keys=candidate_id)
    kind: Mapped[DoubtKind]
    likelihood: Mapped[int]
    """In thousandths, as matching weighed the evidence."""
    evidence: Mapped[dict[str, Any]] = mapped_column(JSON)
    """The level of agreement of each field compared, by the name of the field."""
    verdict: Mapped[Verdict] = mapped_column(default=Verdict.OPEN)
    created_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
    decided_at: Mapped[datetime | None]
    actor_kind: Mapped[ActorKind | None]
    actor_id: Mapped[int | None]
    """Who decided."""


class Distinction(Base):
    """Two records that somebody said are not one person: remembered for ever."""

    __tablename__ = "distinction"
    __table_args__ = (
        UniqueConstraint("one_id", "other_id"),
        CheckConstraint("one_id < other_id", name="lower_first"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    one_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    made_at: Mapped[datetime]
    actor_kind: Mapped[ActorKind]
    actor_id: Mapped[int | None]


class Merge(Base):
    """Two records said to be one person. It moves nothing, so undoing it is exact."""

    __tablename__ = "merge"
    __table_args__ = (
        CheckConstraint("merged_id <> survivor_id", name="two_records"),
        Index(
            "uq_merge_standing",
            "merged_id",
            unique=True,
            sqlite_where=NOT_UNDONE,
            postgresql_where=NOT_UNDONE,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    merged_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    merged: Mapped[Person] = relationship(foreign_keys=merged_id)
    survivor_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    survivor: Mapped[Person] = relationship(foreign_keys=survivor_id)
    settled: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """Which mark holds in a slot where the two had contrary ones: state by id of the slot."""
    made_at: Mapped[datetime]
    actor_kind: Mapped[ActorKind]
    actor_id: Mapped[int | None]
    undone_at: Mapped[datetime | None]
    undone_actor_kind: Mapped[ActorKind | None]
    undone_actor_id: Mapped[int | None]
