"""What a token may be used for."""

from enum import StrEnum


class Scope(StrEnum):
    """A part of the interface for programs; a token opens those it names and no other."""

    FIGURES = "figures"
    FACTS = "facts"
    REPORTS = "reports"
    INSIDE = "inside"
    """Full numbers of figures and reports; without it they come as for outside."""
