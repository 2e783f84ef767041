import pytest
from hypothesis import given, strategies as st

from lms.sessions.closing import Hint, Report
from lms.sessions.outcome import Judgement, Outcome

judgements = st.dictionaries(
    st.integers(1, 99),
    st.builds(
        Judgement,
        outcome=st.sampled_from(Outcome),
        marks_obtained=st.just(1),
        marks_held=st.just(1),
        minutes=st.just(60),
    ),
)


def report(**changes: object) -> Report:
    usual: dict[str, object] = {"ended": True, "any_slot_held": True, "judgements": {}}
    return Report(**(usual | changes))  # type: ignore[arg-type]  # named as the fields are


@pytest.mark.parametrize(
    ("changes", "blocks"),
    [
        ({}, False),
        ({"ended": False}, True),
        ({"any_slot_held": False}, True),
        ({"unmarked": (3,)}, True),
        ({"hints": (Hint("Look.", blocks=False),)}, False),
        ({"hints": (Hint("Stop.", blocks=True),)}, True),
    ],
)
def test_closing_waits_for_what_is_missing(changes: dict[str, object], *, blocks: bool) -> None:
    assert report(**changes).blocks is blocks


def test_nobody_is_neither_named_nor_counted() -> None:
    assert report().nobody
    assert not report(headcount=12).nobody
    assert not report(counted=1).nobody


@given(judgements)
def test_the_tallies_add_up_to_everybody(found: dict[int, Judgement]) -> None:
    told = report(judgements=found)
    assert sum(told.tally(it) for it in Outcome) == len(found)
