import numpy as np
from hypothesis import given, strategies as st

from lms.figures.ledger.sets import bitmaps

NUMBERS = st.lists(st.integers(0, 70_000) | st.just(2**32 - 1), max_size=12)
SETS = st.lists(NUMBERS, max_size=4)


@given(st.lists(st.tuples(st.integers(0, 3) | st.just(2**31), st.integers(0, 9)), max_size=30))
def test_each_value_has_its_persons_once(pairs: list[tuple[int, int]]) -> None:
    values = np.array([it[0] for it in pairs], dtype=np.uint32)
    persons = np.array([it[1] for it in pairs], dtype=np.uint8)
    found = {value: set(who) for value, who in bitmaps.by_value(values, persons)}
    assert found == {value: {it[1] for it in pairs if it[0] == value} for value, _ in pairs}


@given(SETS)
def test_sets_are_those_of_python(numbers: list[list[int]]) -> None:
    sets = [bitmaps.of(np.array(it, dtype=np.uint32)) for it in numbers]
    for made, asked in zip(sets, numbers, strict=True):
        assert bitmaps.listed(made).tolist() == sorted(set(asked))
    everyone = [person for it in sets for person in it]
    assert sorted(bitmaps.union(sets)) == sorted(set(everyone))
    several = {it for it in everyone if everyone.count(it) > 1}
    assert set(bitmaps.several(sets)) == several


def test_those_beyond_the_size_are_left_out_of_the_marks() -> None:
    marks = bitmaps.marked(bitmaps.of(np.array([0, 2, 9], dtype=np.uint32)), 4)
    assert marks.tolist() == [True, False, True, False]


def test_who_stands_for_somebody_takes_their_place() -> None:
    persons = bitmaps.of(np.array([1, 7], dtype=np.uint32))
    assert set(bitmaps.replaced(persons, {7: 5, 5: 5})) == {1, 5}
    assert set(bitmaps.replaced(persons, {8: 5})) == {1, 7}
