from pyroaring import BitMap

from lms.figures.ledger.sets.people import People

PEOPLE = People([BitMap([1, 2]), BitMap([5]), BitMap(), BitMap([4]), BitMap(), BitMap()])


def test_everybody_of_a_set_is_counted_in_one_column() -> None:
    assert PEOPLE.by_column(BitMap([2, 4, 5])) == [1, 1, 0, 1, 0, 0]
    assert PEOPLE.by_column(BitMap([4])) == [0, 0, 0, 1, 0, 0]
    assert PEOPLE.by_column(BitMap()) == [0] * 6


def test_each_person_knows_their_column() -> None:
    assert PEOPLE.numbers(6).tolist() == [0, 0, 0, 0, 3, 1]
    assert [PEOPLE.column_of(it) for it in (2, 5, 4)] == [0, 1, 3]
