"""What is compared between a row and somebody known, and how far it may agree."""

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What is compared."""

    SURNAME = "surname"
    GIVEN = "given"
    NUMBER = "number"
    PHONE = "phone"
    BIRTH = "birth"
    SEX = "sex"
    RANK = "rank"
    KIND = "kind"


class Level(StrEnum):
    """How far one field agrees; ``unknown`` says nothing either way."""

    SAME = "same"
    CLOSE = "close"
    PART = "part"
    DAY = "day"
    RISE = "rise"
    DIFFERENT = "different"
    FORBIDDEN = "forbidden"
    UNKNOWN = "unknown"


POSITION = {field: at for at, field in enumerate(Field)}


@dataclass(frozen=True, slots=True)
class Agreement:
    """The level of each field, in their order, and the name of the register compared."""

    levels: tuple[Level, ...]
    name: str
    swapped: bool = False
    kind: str = ""
    """The top category of the row."""

    def of(self, field: Field) -> Level:
        """Return the level of one field."""
        return self.levels[POSITION[field]]

    def by_field(self) -> dict[Field, Level]:
        """Return the level of each field by its name."""
        return dict(zip(Field, self.levels, strict=True))
