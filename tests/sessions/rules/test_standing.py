from datetime import UTC, datetime
from random import Random

from hypothesis import given, strategies as st

from lms.sessions.kinds import MarkSource, MarkState
from lms.sessions.rules.standing import Entry, key_of, standing, taken_back

NOW = datetime(2014, 3, 20, 9, tzinfo=UTC)
P, A, B = MarkState.PRESENT, MarkState.ABSENT, MarkState.BLANK


def entry(number: int, state: MarkState, of: int | None = None) -> Entry:
    """Return a mark, or with ``of`` the one that takes that mark back."""
    return Entry(
        id=number,
        state=state,
        source=MarkSource.LIST if of is None else MarkSource.UNDOING,
        at=NOW,
        key=None if of is None else key_of(of),
    )


def test_the_latest_mark_stands() -> None:
    assert standing([entry(1, P), entry(2, A)]) is A


def test_without_any_mark_the_cell_is_blank() -> None:
    assert standing([]) is B
    assert standing([entry(1, P)], without={1}) is B


def test_a_mark_taken_back_says_nothing() -> None:
    assert standing([entry(1, P), entry(2, A), entry(3, P, of=2)]) is P
    assert taken_back([entry(1, P), entry(2, A), entry(3, P, of=2)]) == {2}


def test_what_a_taking_back_once_said_is_forgotten_with_the_mark_below() -> None:
    entries = [entry(1, P), entry(2, A), entry(3, P, of=2)]
    assert standing(entries, without={1}) is B


def test_a_mark_that_has_the_key_by_chance_takes_nothing_back() -> None:
    forged = Entry(id=2, state=A, source=MarkSource.ROSTER, at=NOW, key=key_of(1))
    assert taken_back([entry(1, P), forged]) == set()


@given(
    st.lists(st.sampled_from(list(MarkState)), min_size=1, max_size=8),
    st.randoms(use_true_random=False),
)
def test_in_whatever_order_marks_are_taken_back_the_rest_stands(
    states: list[MarkState], random: Random
) -> None:
    """Taking back is exact: at each step the cell says what the marks left would say alone."""
    entries = [entry(number, state) for number, state in enumerate(states)]
    order = [it.id for it in entries]
    random.shuffle(order)
    left = list(entries)
    for number in order:
        state = standing(entries, without={number})
        entries.append(entry(len(entries), state, of=number))
        left = [it for it in left if it.id != number]
        assert standing(entries) is (left[-1].state if left else B)
        assert entries[-1].state is standing(entries)
