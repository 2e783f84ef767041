"""R13: its worked examples, and what holds for every table."""

from collections.abc import Mapping
from itertools import product

from hypothesis import given, settings, strategies as st

from lms.figures.release.grid import Grid, Mark, Place, matrix
from lms.figures.release.recovery import recoverable
from lms.figures.release.suppression import suppress

ADULTS, MINORS = 5, 10
P, S = Mark.PRIMARY, Mark.SECONDARY


def printed(grid: Grid) -> list[list[str]]:
    """Return the table as it leaves the unit, marks as R13 writes them."""
    marks = suppress(grid)

    def cell(place: Place) -> str:
        mark = marks.get(place)
        if mark is None:
            return str(grid.value(place))
        return "s" if mark is S else f"<{grid.limit(place)}"

    return [
        [cell((line, column)) for column in range(grid.width)] for line in range(len(grid.values))
    ]


def test_r13_the_forces_are_masked_as_in_the_worked_example() -> None:
    forces = matrix([[31, 3], [12, 6], [9, 0], [14, 8]], limit=ADULTS)
    assert printed(forces) == [
        ["s", "<5", "34"],
        ["s", "s", "18"],
        ["9", "0", "9"],
        ["14", "8", "22"],
        ["66", "17", "83"],
    ]


def test_r13_nineteen_boys_and_sixteen_girls_are_both_shown() -> None:
    assert printed(matrix([[19, 16]], limit=MINORS)) == [["19", "16", "35"]] * 2


def test_r13_of_a_column_of_small_cells_only_the_total_is_released() -> None:
    regions = matrix([[it] for it in (7, 7, 6, 5, 4, 3, 2, 1)], limit=MINORS)
    assert printed(regions) == [["<10", "<10"]] * 8 + [["35", "35"]]


def test_zero_is_shown_as_zero_and_masks_nothing() -> None:
    assert printed(matrix([[0, 7], [8, 0]], limit=ADULTS)) == [
        ["0", "7", "7"],
        ["8", "0", "8"],
        ["8", "7", "15"],
    ]


def test_a_line_with_nothing_else_to_mask_loses_its_total() -> None:
    assert printed(matrix([[3, 0], [20, 30], [40, 50]], limit=ADULTS))[0] == ["<5", "0", "<5"]


def test_two_masked_numbers_that_can_only_be_one_each_are_not_enough() -> None:
    # 10 − 8 = 2 = 1 + 1: two masked cells in the line, and yet both known.
    table = printed(matrix([[1, 1, 8], [20, 20, 20]], limit=ADULTS))
    assert table[0].count("s") >= 1


def test_a_small_number_beside_the_threshold_itself_is_not_enough() -> None:
    # 6 = 1 + 5: what is withheld beside it is five or more, so the small one would be one.
    marks = suppress(matrix([[1, 5], [20, 30]], limit=ADULTS))
    assert recoverable(matrix([[1, 5], [20, 30]], limit=ADULTS), marks) == []
    assert (0, 2) in marks


def test_an_overlap_of_one_person_is_small() -> None:
    grid = Grid(
        values=((34, 34), (19, 19), (-1, -1), (52, 52)),
        parents=(3, 3, 3, None),
        limits=((ADULTS,) * 2,) * 4,
    )
    marks = suppress(grid)
    assert marks[2, 0] is P
    assert (1, 0) in marks
    assert recoverable(grid, marks) == []


def test_along_the_hierarchy_a_child_cannot_be_had_from_its_parent() -> None:
    # A parent of 30 and 3, the three alone below it: 33 − 30 would tell.
    grid = Grid(
        values=((33, 33), (30, 30), (3, 3), (50, 50), (83, 83)),
        parents=(4, 0, 0, 4, None),
        limits=((ADULTS,) * 2,) * 5,
    )
    marks = suppress(grid)
    assert marks[2, 0] is P
    assert marks[1, 0] is S
    assert (0, 0) not in marks


def test_what_another_table_would_give_away_is_withheld_and_covered() -> None:
    grid = matrix([[20, 30], [40, 50]], limit=ADULTS)
    marks = suppress(grid, [(0, 0)])
    assert marks[0, 0] is S
    assert recoverable(grid, marks) == []


small = st.lists(st.lists(st.integers(0, 12), min_size=2, max_size=3), min_size=1, max_size=3)
rectangles = small.map(lambda rows: [row[: min(map(len, rows))] for row in rows])


@st.composite
def trees(draw: st.DrawFn) -> Grid:
    """Return a table of two depths with an overlap under each parent and under the whole."""
    width = draw(st.integers(1, 3))
    number = st.integers(0, 14)

    def line() -> list[int]:
        return [draw(number) for _ in range(width)]

    values: list[list[int]] = []
    parents: list[int] = []
    for _ in range(draw(st.integers(1, 3))):
        position, children = len(values), [line() for _ in range(draw(st.integers(0, 3)))]
        sums = [sum(it) for it in zip(*children, strict=True)] if children else line()
        overlap = [-draw(st.integers(0, it // 2)) for it in sums] if children else []
        values.append([a + b for a, b in zip(sums, overlap or [0] * width, strict=True)])
        parents.append(-1)
        below = [*children, overlap] if children else []
        values += below
        parents += [position] * len(below)
    tops = [it for it, above in zip(values, parents, strict=True) if above == -1]
    values.append([sum(it) for it in zip(*tops, strict=True)])
    whole = len(values) - 1
    return Grid(
        values=tuple((*it, sum(it)) for it in values),
        parents=(*(whole if it == -1 else it for it in parents), None),
        limits=tuple((draw(st.sampled_from([5, 10])),) * (width + 1) for _ in values),
    )


@settings(max_examples=300, deadline=None)
@given(trees())
def test_nothing_masked_is_the_only_number_possible(grid: Grid) -> None:
    marks = suppress(grid)
    assert recoverable(grid, marks) == [] or is_withheld(grid, marks)
    assert all(grid.value(it) for it in marks), "zero is shown"
    assert {it for it in grid.places() if grid.is_small(it)} <= marks.keys()


def is_withheld(grid: Grid, marks: Mapping[Place, Mark]) -> bool:
    """Whether nothing but zero is shown, and no mark tells what is small."""
    return {
        it for it in grid.places() if grid.value(it)
    } == marks.keys() and P not in marks.values()


def test_a_table_that_even_marks_would_give_away_is_withheld_whole() -> None:
    assert printed(matrix([[1, 1], [1, 1]], limit=ADULTS)) == [["s", "s", "s"]] * 3


def possible(grid: Grid, marks: dict[Place, Mark]) -> dict[Place, set[int]]:
    """Return every number each masked place can have, by trying all tables there are."""
    inner = [it for it in marks if it[0] < len(grid.values) - 1 and it[1] < grid.width - 1]
    highest = max(grid.value(it) for it in grid.places()) + 3
    found: dict[Place, set[int]] = {it: set() for it in marks}
    small, other = range(1, ADULTS), range(ADULTS, highest)
    for numbers in product(*(small if marks[it] is P else other for it in inner)):
        rows = [list(line[:-1]) for line in grid.values[:-1]]
        for (line, column), number in zip(inner, numbers, strict=True):
            rows[line][column] = number
        tried = matrix(rows, limit=ADULTS)
        if all(_fits(grid, tried, it, marks.get(it)) for it in grid.places()):
            for place in marks:
                found[place].add(tried.value(place))
    return found


def _fits(grid: Grid, tried: Grid, place: Place, mark: Mark | None) -> bool:
    if mark is None:
        return tried.value(place) == grid.value(place)
    return tried.is_small(place) if mark is P else tried.value(place) >= ADULTS


few = st.lists(st.lists(st.integers(0, 7), min_size=2, max_size=2), min_size=2, max_size=2)


@settings(max_examples=60, deadline=None)
@given(few)
def test_trying_every_table_finds_two_numbers_for_each_masked_place(rows: list[list[int]]) -> None:
    grid = matrix(rows, limit=ADULTS)
    marks = dict(suppress(grid))
    numbers = possible(grid, marks).values()
    assert is_withheld(grid, marks) or all(len(it) > 1 for it in numbers)


@settings(max_examples=60, deadline=None)
@given(few, st.sets(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=5))
def test_what_can_be_worked_out_is_what_trying_every_table_says(
    rows: list[list[int]], withheld: set[Place]
) -> None:
    grid = matrix(rows, limit=ADULTS)
    marks = {it: P if grid.is_small(it) else S for it in withheld if grid.value(it)}
    only = [it for it, numbers in sorted(possible(grid, marks).items()) if len(numbers) == 1]
    assert recoverable(grid, marks) == only
