"""Values of the register, checked before they are stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lms.people.kinds import BirthPrecision, DoubtKind, Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who somebody is, as a list or a form says; phone as in ``rules.phone_number``."""

    surname: str
    given_names: str
    category_id: int
    sex: Sex = Sex.UNSPECIFIED
    birth_date: date | None = None
    birth_precision: BirthPrecision | None = None
    phone: str | None = None
    service_number: str | None = None
    rank: str | None = None
    unit: str | None = None
    organisation_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSuggestion:
    """Two records that may be one person; ``likelihood`` in thousandths."""

    person_id: int
    candidate_id: int
    kind: DoubtKind
    likelihood: int
    evidence: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """Why two records cannot be merged: a reason known to the room that gives it."""

    reason: str
    target: str
    """What it is about, as the trail calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A slot in which two records have contrary marks: somebody says which one holds."""

    slot_id: int
    states: tuple[str, str]
