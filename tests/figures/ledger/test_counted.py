import numpy as np

from lms.figures.counting.tables import Branch
from lms.figures.ledger.counted import below, grouped
from lms.figures.ledger.keys import Keys

TREE = (Branch("a", (Branch("b", (Branch("c"),)), Branch("d"))), Branch("e"))


def test_a_row_has_all_that_stands_below_it() -> None:
    assert list(below(TREE, "a")) == ["a", "b", "c", "d"]
    assert list(below(TREE, "b")) == ["b", "c"]
    assert list(below(TREE, "nowhere")) == []


def test_rows_that_hold_nobody_are_left_out() -> None:
    keys = Keys(["a", "b", "c"], np.array([2, 0, 2], dtype=np.uint8))
    found = {code: who.tolist() for code, who in grouped(keys, np.array([7, 8, 9]))}
    assert found == {"a": [8], "c": [7, 9]}
