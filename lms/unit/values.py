"""What a form or the sample mission hands over to name a unit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitIdentity:
    """How a unit calls itself in both languages, and where its certificates are made out."""

    name_fr: str
    name_en: str
    head_function_fr: str
    head_function_en: str
    place: str
    certificate_prefix: str = "CP"
    feminine_ranks: bool = False
    """Whether French ranks agree with women: adjudante, capitaine, colonelle (DOMAIN 5)."""
