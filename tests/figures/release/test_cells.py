from lms.figures.counting.tables import Line, LineKind
from lms.figures.counting.values import Column, Count
from lms.figures.release.cells import Cell, CellKind, in_full, shown


def test_masked_zero_and_at_least_are_three_different_things() -> None:
    zero, at_least = shown(Count(0)), shown(Count(3, at_least=True))
    small, withheld = Cell(CellKind.BELOW, below=5), Cell(CellKind.WITHHELD)
    assert len({it.kind for it in (zero, at_least, small, withheld)}) == 4
    assert [it.value for it in (zero, at_least, small, withheld)] == [0, 3, None, None]
    assert [it.mark for it in (zero, at_least, small, withheld)] == ["", "", "<5", "s"]


def test_a_small_overlap_is_below_zero() -> None:
    assert Cell(CellKind.BELOW, below=10, negative=True).mark == "-<10"


def test_a_line_in_full_shows_every_number_small_ones_too() -> None:
    cells = dict.fromkeys(Column, Count()) | {Column.MEN: Count(1)}
    found = in_full(Line(LineKind.ROW, "partners", 0, cells))
    assert (found.key, found.total.value, found.cells[Column.MEN].value) == ("partners", 1, 1)
    assert all(it.kind is CellKind.EXACT for it in found.cells.values())
