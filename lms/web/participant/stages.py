"""How far a participant is with the quiz of their session."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What the participant's space says of the quiz, and whether it leads there."""

    NOT_YET = "not_yet"
    READY = "ready"
    UNDER_WAY = "under_way"
    AGAIN = "again"
    HANDED_IN = "handed_in"
    PASSED = "passed"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One attempt as far as the stage depends on it."""

    handed_in: bool
    passed: bool


def stage(tries: Sequence[Try], *, allowed: int, taking: bool, over: bool) -> Stage:
    """Return the stage reached after ``tries``.

    ``taking`` while the session takes answers, ``over`` once it never will again. Who has passed
    is done, even with attempts left.
    """
    if any(attempt.passed for attempt in tries):
        return Stage.PASSED
    if not taking:
        done = any(attempt.handed_in for attempt in tries)
        return Stage.HANDED_IN if done else Stage.OVER if over else Stage.NOT_YET
    if any(not attempt.handed_in for attempt in tries):
        return Stage.UNDER_WAY
    if not tries:
        return Stage.READY
    return Stage.AGAIN if len(tries) < allowed else Stage.HANDED_IN
