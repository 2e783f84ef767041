"""What a participation comes to at closing (R1, R2, R8)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from lms.sessions.kinds import MarkState, ParticipationRole

COUNTED_AS_PRESENT = frozenset({MarkState.PRESENT, MarkState.LATE})
"""Who came; what counts for the dose is what the rules say (R1)."""


class Outcome(StrEnum):
    """Trained, sensitized, or none."""

    TRAINED = "trained"
    SENSITIZED = "sensitized"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What the course and the rules ask for; the defaults are those of R1."""

    sensitization: bool = False
    minimum_share: Fraction = Fraction(3, 4)
    minimum_minutes: int = 60
    present: frozenset[MarkState] = COUNTED_AS_PRESENT
    """The marks that count for the dose."""


@dataclass(frozen=True, slots=True)
class HeldSlot:
    """One slot that took place, and what the sheet says of one person in it."""

    minutes: int
    state: MarkState


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """An outcome, and what it rests on; the dose is ``marks_obtained`` over ``marks_held``."""

    outcome: Outcome
    marks_obtained: int
    marks_held: int
    minutes: int
    """Minutes of the slots with a presence mark."""


def judge(*, role: ParticipationRole, demand: Demand, slots: Sequence[HeldSlot]) -> Judgement:
    """Return what one participation comes to (R1, R2, R8).

    ``slots`` are all slots held; those not held are left out by the caller. *Late* is a
    presence; *excused*, *absent* and *blank* are not, unless the demand says otherwise. Whoever
    was never present has the outcome *none*, as has everybody who was there in another role than
    participant.
    """
    attended = [it for it in slots if it.state in demand.present]
    return Judgement(
        outcome=_outcome(role, demand, slots, len(attended)),
        marks_obtained=len(attended),
        marks_held=len(slots),
        minutes=sum(it.minutes for it in attended),
    )


def _outcome(
    role: ParticipationRole, demand: Demand, slots: Sequence[HeldSlot], obtained: int
) -> Outcome:
    if role is not ParticipationRole.PARTICIPANT or not obtained:
        return Outcome.NONE
    long_enough = sum(it.minutes for it in slots) >= demand.minimum_minutes
    enough = Fraction(obtained, len(slots)) >= demand.minimum_share
    if demand.sensitization or not long_enough or not enough:
        return Outcome.SENSITIZED
    return Outcome.TRAINED


def at_best(*, role: ParticipationRole, demand: Demand, slots: Sequence[HeldSlot]) -> Outcome:
    """Return the outcome if every blank mark were a presence."""
    filled = [
        replace(it, state=MarkState.PRESENT) if it.state is MarkState.BLANK else it for it in slots
    ]
    return judge(role=role, demand=demand, slots=filled).outcome


def hangs_on_a_blank(
    *, role: ParticipationRole, demand: Demand, slots: Sequence[HeldSlot]
) -> bool:
    """Tell whether the outcome would differ if the blank marks were presences."""
    now = judge(role=role, demand=demand, slots=slots).outcome
    return at_best(role=role, demand=demand, slots=slots) is not now


def marks_needed(demand: Demand, held: int) -> int:
    """Return how many of ``held`` marks make *trained*: 1→1, 2→2, 3→3, 4→3, 6→5 (R1)."""
    return -(-demand.minimum_share.numerator * held // demand.minimum_share.denominator)
