"""What makes a question whole, and to whom it may be put; standard types only."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

FEWEST_CHOICES = 2


class Fault(StrEnum):
    """What is wrong with the choices of a question."""

    TOO_FEW = "too_few"
    NONE_RIGHT = "none_right"
    SEVERAL_RIGHT = "several_right"


def fault(correct: Sequence[bool], *, single: bool) -> Fault | None:
    """Return what is wrong with choices of which these are ``correct``; ``None`` for nothing.

    At least two are offered and at least one is right; of a single choice exactly one.
    """
    if len(correct) < FEWEST_CHOICES:
        return Fault.TOO_FEW
    if not any(correct):
        return Fault.NONE_RIGHT
    if single and sum(correct) > 1:
        return Fault.SEVERAL_RIGHT
    return None


def offered(effective_from: date | None, first_day: date) -> bool:
    """Tell whether a question is put to a session that begins on ``first_day``.

    A norm is not asked about before the day it takes effect (DOMAIN 1.2, versioning rule).
    """
    return effective_from is None or effective_from <= first_day
