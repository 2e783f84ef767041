"""What matching knows of a row and of somebody in the register."""

from dataclasses import dataclass, field
from datetime import date

from lms.people.kinds import BirthPrecision, Sex

CONVENTIONAL = {(1, 1), (12, 31)}
"""Days that stand for a year alone (DOMAIN 4.6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """A year of birth; ``day`` only where a real one is known."""

    year: int
    day: date | None = None
    exact: bool = True
    """False where the year was reckoned from an age."""

    @classmethod
    def of(cls, day: date, precision: BirthPrecision) -> "Birth":
        """Return what a stored birth date says; 1 January says no more than its year."""
        real = precision is BirthPrecision.DAY and (day.month, day.day) not in CONVENTIONAL
        return cls(
            year=day.year,
            day=day if real else None,
            exact=precision is not BirthPrecision.AGE,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """All but the name. Empty or None where nothing is known."""

    number: str = ""
    """As ``rules.service_number_key`` gives it."""
    phone: str = ""
    birth: Birth | None = None
    sex: Sex = Sex.UNSPECIFIED
    rank: int | None = None
    """As ``ranks.level`` gives it."""
    kind: str = ""
    """The top category, where the row itself or the register says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a list; ``number`` tells it from the others."""

    number: int
    name: str
    """A key of ``canonical.Spellings.name_key``."""
    traits: Traits


@dataclass(slots=True, kw_only=True)
class Known:
    """Somebody in the register with all that was ever written of them, the latest last."""

    person: int
    names: list[str] = field(default_factory=list)
    seen: list[Traits] = field(default_factory=list)
    apart: frozenset[int] = frozenset()
    """Whom somebody said they are not."""

    def add(self, name: str, traits: Traits) -> None:
        """Remember how another list wrote them."""
        if name not in self.names:
            self.names.append(name)
        self.seen.append(traits)
