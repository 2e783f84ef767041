from lms.figures.spread.asking.answers import added


def test_what_servers_answer_adds_up() -> None:
    found = added([(0, 4, 1, 2, False), (0, 4, 1, 3, False), (0, 4, 0, 1, False)], always=True)
    assert found[0].values[4].tolist() == [1, 5, 0, 0, 0, 0]


def test_at_least_survives_the_sum() -> None:
    found = added([(0, 4, 1, 2, True), (0, 4, 1, 3, False)], always=True)
    assert found[0].opened[4].tolist() == [False, True, False, False, False, False]


def test_rows_of_a_second_dimension_stay_apart() -> None:
    found = added([(0, 4, 0, 2, False), (1, 4, 0, 3, False)], always=False)
    assert {it: int(counts.values[4][0]) for it, counts in found.items()} == {0: 2, 1: 3}


def test_no_answer_is_an_empty_table_where_one_is_wanted() -> None:
    assert [*added([], always=True)] == [0]
    assert [*added([], always=False)] == []
