from lms.figures.counting.values import Count
from lms.figures.release.cells import Cell, CellKind, shown


def test_masked_zero_and_at_least_are_three_different_things() -> None:
    zero, at_least = shown(Count(0)), shown(Count(3, at_least=True))
    small, withheld = Cell(CellKind.BELOW, below=5), Cell(CellKind.WITHHELD)
    assert len({it.kind for it in (zero, at_least, small, withheld)}) == 4
    assert [it.value for it in (zero, at_least, small, withheld)] == [0, 3, None, None]
    assert [it.mark for it in (zero, at_least, small, withheld)] == ["", "", "<5", "s"]


def test_a_small_overlap_is_below_zero() -> None:
    assert Cell(CellKind.BELOW, below=10, negative=True).mark == "-<10"
