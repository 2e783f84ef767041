"""The marks of one person under several records (R14)."""

from hypothesis import given, strategies as st

from lms.sessions.kinds import MarkState
from lms.sessions.rules.uniting import AWAY, PRESENT, contrary, unite

SHEETS = st.lists(
    st.dictionaries(st.integers(1, 4), st.sampled_from(MarkState)), min_size=1, max_size=4
)


def test_a_presence_under_either_record_is_a_presence() -> None:
    one, other = {1: MarkState.PRESENT, 2: MarkState.LATE}, {3: MarkState.PRESENT}
    assert unite([one, other], {}) == {
        1: MarkState.PRESENT,
        2: MarkState.LATE,
        3: MarkState.PRESENT,
    }


def test_a_mark_beats_a_blank() -> None:
    assert unite([{1: MarkState.ABSENT}, {1: MarkState.BLANK}], {}) == {1: MarkState.ABSENT}


def test_somebody_settles_contrary_marks() -> None:
    sheets = [{1: MarkState.PRESENT}, {1: MarkState.ABSENT}]
    assert unite(sheets, {}) == {1: MarkState.PRESENT}
    assert unite(sheets, {1: "absent"}) == {1: MarkState.ABSENT}
    assert contrary(sheets) == {1: (MarkState.PRESENT, MarkState.ABSENT)}


def test_what_was_settled_needs_a_contradiction() -> None:
    assert unite([{1: MarkState.PRESENT}], {1: "absent"}) == {1: MarkState.PRESENT}


@given(SHEETS)
def test_the_order_of_the_records_makes_no_difference(
    sheets: list[dict[int, MarkState]],
) -> None:
    assert unite(sheets, {}) == unite(sheets[::-1], {})
    assert contrary(sheets) == contrary(sheets[::-1])


@given(SHEETS)
def test_uniting_takes_no_presence_away(sheets: list[dict[int, MarkState]]) -> None:
    united = unite(sheets, {})
    for sheet in sheets:
        for slot, state in sheet.items():
            assert state not in PRESENT or united[slot] in PRESENT
            assert state not in AWAY or united[slot] is not MarkState.BLANK
