import pytest

from lms.quizzes.models import Purpose
from lms.quizzes.queries import Offer, OfferState
from lms.sessions.kinds import Status
from lms.web.participant.stages import Stage, stage


def offer(state: OfferState, *, passed: bool = False, attempts_left: int = 1) -> Offer:
    return Offer(
        quiz_id=1,
        title_fr="Évaluation finale",
        title_en="Final quiz",
        purpose=Purpose.FINAL,
        questions=10,
        state=state,
        attempt_id=None,
        percent=None,
        passed=passed,
        attempts_left=attempts_left,
    )


NEW = offer(OfferState.NOT_STARTED, attempts_left=2)
BEGUN = offer(OfferState.UNDER_WAY)
FAILED = offer(OfferState.HANDED_IN)


def test_a_quiz_waits_until_the_session_takes_answers() -> None:
    assert stage(NEW, Status.PLANNED) is Stage.NOT_YET
    assert stage(NEW, Status.OPEN) is Stage.READY
    assert stage(NEW, Status.HELD) is Stage.READY


def test_an_attempt_not_handed_in_is_gone_on_with() -> None:
    assert stage(BEGUN, Status.OPEN) is Stage.UNDER_WAY


def test_who_failed_may_try_again_while_attempts_are_left() -> None:
    assert stage(FAILED, Status.OPEN) is Stage.AGAIN
    assert stage(offer(OfferState.HANDED_IN, attempts_left=0), Status.OPEN) is Stage.HANDED_IN


@pytest.mark.parametrize("status", Status)
def test_who_has_passed_is_done(status: Status) -> None:
    assert stage(offer(OfferState.HANDED_IN, passed=True), status) is Stage.PASSED


@pytest.mark.parametrize("status", [Status.CLOSED, Status.CANCELLED])
def test_a_session_that_is_over_tells_what_became_of_the_quiz(status: Status) -> None:
    assert stage(FAILED, status) is Stage.HANDED_IN
    assert stage(BEGUN, status) is Stage.OVER
    assert stage(NEW, status) is Stage.OVER
