from lms.lib.portions import portions


def test_every_value_comes_once_and_in_its_order() -> None:
    assert [*portions(range(7), 3)] == [[0, 1, 2], [3, 4, 5], [6]]
    assert [*portions({"a": 1, "b": 2}, 2)] == [["a", "b"]]


def test_nothing_gives_no_portion() -> None:
    assert [*portions([], 3)] == []
