from dataclasses import replace

import numpy as np
from hypothesis import given, strategies as st

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import Branch
from lms.figures.counting.values import Column, CountedHeadcount
from lms.figures.ledger.counted import below, grouped
from lms.figures.ledger.keys import Keys
from tests.figures.ledger.test_tally import HEADS, KNOWN, tally

TREE = (Branch("a", (Branch("b", (Branch("c"),)), Branch("d"))), Branch("e"))


def test_a_row_has_all_that_stands_below_it() -> None:
    assert list(below(TREE, "a")) == ["a", "b", "c", "d"]
    assert list(below(TREE, "b")) == ["b", "c"]
    assert list(below(TREE, "nowhere")) == []


def test_rows_that_hold_nobody_are_left_out() -> None:
    keys = Keys(["a", "b", "c"], np.array([2, 0, 2], dtype=np.uint8))
    found = {code: who.tolist() for code, who in grouped(keys, np.array([7, 8, 9]))}
    assert found == {"a": [8], "c": [7, 9]}


@given(st.lists(HEADS, max_size=12), st.sampled_from(KNOWN), st.sampled_from([None, *Column]))
def test_behind_every_line_of_headcounts_are_those_it_adds_up(
    heads: list[CountedHeadcount], dimension: Dimension, column: Column | None
) -> None:
    heads = [replace(it, id=number) for number, it in enumerate(heads, start=1)]
    count_of = {it.id: it.count for it in heads}
    asked, measure = tally(heads=heads), Measure.HEADCOUNT_SENSITIZED
    for line in asked.counted(measure, dimension).table.lines:
        found = asked.behind(measure, dimension, line.key, column).facts_from(0, 99)
        cell = line.cells[column] if column else line.total
        assert sum(count_of[it] for it in found) == cell.value
