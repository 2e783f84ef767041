"""Sex and age group as they stand on a sheet and in a total."""

from enum import StrEnum


class Sex(StrEnum):
    """As written on the list; never guessed from a name (DOMAIN 4.2)."""

    MALE = "m"
    FEMALE = "f"
    UNSPECIFIED = "unspecified"


class AgeGroup(StrEnum):
    """Adult, or minor: under 18 on the first day of the session (R12)."""

    ADULT = "adult"
    MINOR = "minor"


class BirthPrecision(StrEnum):
    """How much of a birth date is known."""

    DAY = "day"
    YEAR = "year"
    AGE = "age"
