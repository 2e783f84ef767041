from lms.figures.board.grid import NINE, TWENTY, grid


def test_the_map_grows_once_a_newer_region_counts_somebody() -> None:
    assert grid({"Gao"}) is NINE
    assert grid({"Gao", "Ménaka"}) is TWENTY
    assert grid({"Mali"}) is NINE  # no region: in the table alone


def test_no_two_regions_lie_on_one_tile() -> None:
    for places in (NINE, TWENTY):
        taken = [(column + at, row) for column, row, span in places.values() for at in range(span)]
        assert len(taken) == len(set(taken))
