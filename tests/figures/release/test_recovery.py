from lms.figures.release.grid import Mark, matrix
from lms.figures.release.recovery import recoverable


def test_one_masked_number_of_a_line_is_its_total_less_the_others() -> None:
    grid = matrix([[31, 3], [14, 8]], limit=5)
    assert recoverable(grid, {(0, 1): Mark.PRIMARY}) == [(0, 1)]


def test_four_masked_numbers_in_a_square_keep_each_other() -> None:
    grid = matrix([[31, 3], [14, 8]], limit=5)
    marks = dict.fromkeys([(0, 0), (1, 0), (1, 1)], Mark.SECONDARY) | {(0, 1): Mark.PRIMARY}
    assert recoverable(grid, marks) == []
