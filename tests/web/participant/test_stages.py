from hypothesis import given, strategies as st

from lms.web.participant.stages import Stage, Try, stage

OPEN = Try(handed_in=False, passed=False)
FAILED = Try(handed_in=True, passed=False)
PASSED = Try(handed_in=True, passed=True)


def test_a_quiz_waits_until_the_session_takes_answers() -> None:
    assert stage([], allowed=2, taking=False, over=False) is Stage.NOT_YET
    assert stage([], allowed=2, taking=True, over=False) is Stage.READY


def test_an_attempt_not_handed_in_is_gone_on_with() -> None:
    assert stage([FAILED, OPEN], allowed=2, taking=True, over=False) is Stage.UNDER_WAY


def test_who_failed_may_try_again_while_attempts_are_left() -> None:
    assert stage([FAILED], allowed=2, taking=True, over=False) is Stage.AGAIN
    assert stage([FAILED, FAILED], allowed=2, taking=True, over=False) is Stage.HANDED_IN


def test_who_has_passed_is_done() -> None:
    assert stage([PASSED], allowed=2, taking=True, over=False) is Stage.PASSED
    assert stage([PASSED], allowed=2, taking=False, over=True) is Stage.PASSED


def test_a_closed_session_tells_what_became_of_the_quiz() -> None:
    assert stage([FAILED], allowed=2, taking=False, over=True) is Stage.HANDED_IN
    assert stage([OPEN], allowed=2, taking=False, over=True) is Stage.OVER
    assert stage([], allowed=2, taking=False, over=True) is Stage.OVER


@given(
    tries=st.lists(st.sampled_from([OPEN, FAILED, PASSED]), max_size=5),
    allowed=st.integers(min_value=1, max_value=5),
)
def test_the_quiz_is_offered_only_while_the_session_takes_answers(
    tries: list[Try], allowed: int
) -> None:
    offered = {Stage.READY, Stage.UNDER_WAY, Stage.AGAIN}

    assert stage(tries, allowed=allowed, taking=False, over=True) not in offered
