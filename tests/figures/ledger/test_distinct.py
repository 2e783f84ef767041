import numpy as np
import pytest
from hypothesis import given, strategies as st

from lms.figures.ledger.distinct import People

SIZES = st.sampled_from([10, 1000])
"""Few persons among few, and few among many: the two ways of telling them apart."""
SETS = st.lists(st.lists(st.integers(0, 9), max_size=12), max_size=4)


def array(it: list[int]) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return np.array(it, dtype=np.uint32)


@given(SIZES, SETS)
def test_sets_are_those_of_python(size: int, given_sets: list[list[int]]) -> None:
    people = People(size)
    sets = [people.unique(array(it)) for it in given_sets]
    for found, asked in zip(sets, given_sets, strict=True):
        assert sorted(found.tolist()) == sorted(set(asked))
    everyone = [person for it in sets for person in it.tolist()]
    assert sorted(people.union(sets).tolist()) == sorted(set(everyone))
    several = {it for it in everyone if everyone.count(it) > 1}
    assert sorted(people.several(sets).tolist()) == sorted(several)
    for one in sets:
        for other in sets:
            left = people.without(one, other)
            assert set(left.tolist()) == set(one.tolist()) - set(other.tolist())


def test_nobody_can_be_put_into_columns_that_are_not_known() -> None:
    with pytest.raises(ValueError, match="columns"):
        People(3).by_column(array([1]))
