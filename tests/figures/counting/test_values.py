from lms.figures.counting.values import COLUMNS, Column, Count, add_up
from lms.people.kinds import AgeGroup, Sex
from tests.figures.counting.given import MINOR, WOMAN, headcount


def test_every_sex_and_age_group_has_its_own_column() -> None:
    assert set(COLUMNS.values()) == set(Column)
    assert set(COLUMNS) == {(age_group, sex) for age_group in AgeGroup for sex in Sex}


def test_one_open_term_makes_the_sum_open() -> None:
    assert Count(3000, at_least=True) + Count(200) == Count(3200, at_least=True)
    assert add_up([Count(1), Count(2)]) == Count(3)


def test_nothing_adds_up_to_zero() -> None:
    assert add_up([]) == Count()


def test_a_count_can_be_neither_subtracted_nor_divided() -> None:
    assert not {"__sub__", "__truediv__", "__floordiv__"} & set(dir(Count))


def test_a_headcount_of_girls_stands_under_girls() -> None:
    assert headcount("partners", 3, sex=WOMAN, age_group=MINOR).column is Column.GIRLS
