"""How far a participant is with the quiz of their session."""

from enum import StrEnum

from lms.quizzes.queries import Offer, OfferState
from lms.sessions.kinds import Status

TAKING = frozenset({Status.OPEN, Status.HELD})
OVER = frozenset({Status.CLOSED, Status.CANCELLED})


class Stage(StrEnum):
    """What the participant's space says of the quiz, and whether it leads there."""

    NOT_YET = "not_yet"
    READY = "ready"
    UNDER_WAY = "under_way"
    AGAIN = "again"
    HANDED_IN = "handed_in"
    PASSED = "passed"
    OVER = "over"


def stage(offer: Offer, status: Status) -> Stage:
    """Return the stage of a quiz in a session of that ``status``; who has passed is done."""
    if offer.passed:
        return Stage.PASSED
    if status not in TAKING:
        if offer.state is OfferState.HANDED_IN:
            return Stage.HANDED_IN
        return Stage.OVER if status in OVER else Stage.NOT_YET
    if offer.state is OfferState.UNDER_WAY:
        return Stage.UNDER_WAY
    if offer.state is OfferState.NOT_STARTED:
        return Stage.READY
    return Stage.AGAIN if offer.attempts_left else Stage.HANDED_IN
