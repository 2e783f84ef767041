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


class DoubtKind(StrEnum):
    """Why two records may be one person and may not: what a batch of decisions shares."""

    NAME_ONLY = "name_only"
    """The same name, and nothing else that speaks for or against."""
    SPELLING = "spelling"
    """Names written a little differently."""
    NUMBER = "number"
    """A service number that agrees, or nearly, under another name."""
    PHONE = "phone"
    """The same phone, which may be shared."""
    CONTRADICTION = "contradiction"
    """The same name, and something that speaks against."""
    SEVERAL = "several"
    """More than one in the register may be meant."""


class Verdict(StrEnum):
    """What somebody said of two records; ``void`` once one of them is gone."""

    OPEN = "open"
    SAME = "same"
    DIFFERENT = "different"
    VOID = "void"
