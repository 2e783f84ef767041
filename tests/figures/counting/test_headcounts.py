from lms.figures.counting.headcounts import headcounts
from lms.figures.counting.tables import Branch
from lms.figures.counting.values import Column, Count
from tests.figures.counting.given import MINOR, SENSITIZED, TRAINED, WOMAN, headcount

TREE = (Branch("civil-society", (Branch("teachers"),)),)


def test_the_north_list_adds_up_to_3098() -> None:
    counted = [
        headcount("civil-society", 982),
        headcount("civil-society", 1147, sex=WOMAN),
        headcount("civil-society", 421, age_group=MINOR),
        headcount("civil-society", 548, sex=WOMAN, age_group=MINOR),
    ]
    total = headcounts(counted, TREE, outcome=SENSITIZED).total
    assert total.total == Count(3098)
    assert total.cells[Column.GIRLS] == Count(548)


def test_at_least_3000_and_200_are_at_least_3200() -> None:
    counted = [headcount("civil-society", 3000, at_least=True), headcount("teachers", 200)]
    table = headcounts(counted, TREE, outcome=SENSITIZED)
    assert table.total.total == Count(3200, at_least=True)
    assert table["civil-society"].total == Count(3200, at_least=True)
    assert table["teachers"].total == Count(200)
    assert table["civil-society/unspecified"].total == Count(3000, at_least=True)
    assert table.ties_out


def test_headcounts_of_trained_and_sensitized_stay_apart() -> None:
    counted = [headcount("civil-society", 60), headcount("civil-society", 40, TRAINED)]
    assert headcounts(counted, TREE, outcome=SENSITIZED).total.total == Count(60)
    assert headcounts(counted, TREE, outcome=TRAINED).total.total == Count(40)


def test_headcounts_can_stand_by_region() -> None:
    counted = [
        headcount("civil-society", 953, region="ML07"),
        headcount("civil-society", 482, region="ML09"),
    ]
    table = headcounts(counted, [Branch("ML07")], outcome=SENSITIZED, row_of=lambda it: it.region)
    assert [(it.key, it.total.value) for it in table.lines] == [
        ("ML07", 953),
        ("ML09", 482),
        ("total", 1435),
    ]
