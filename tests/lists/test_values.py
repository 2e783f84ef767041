from lms.lists.values import NO_ROW, Picked


def test_without_a_choice_no_row_is_picked() -> None:
    assert not NO_ROW.holds(1)


def test_a_row_is_picked_alone_or_with_all() -> None:
    assert [Picked(numbers=frozenset({2})).holds(it) for it in (1, 2)] == [False, True]
    assert Picked(every=True).holds(1)
