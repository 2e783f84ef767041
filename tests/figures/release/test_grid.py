from lms.figures.release.grid import matrix


def test_a_matrix_gets_its_totals() -> None:
    made = matrix([[31, 3], [9, 0]], limit=5)
    assert made.values == ((31, 3, 34), (9, 0, 9), (40, 3, 43))
    assert (made.width, len(list(made.places()))) == (3, 9)


def test_small_is_below_the_threshold_and_zero_is_not() -> None:
    made = matrix([[5, 4, 0]], limit=5)
    assert [made.is_small((0, it)) for it in range(3)] == [False, True, False]
