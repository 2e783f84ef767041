from dataclasses import dataclass
from datetime import date

import pytest

from lms.figures.counting.dimensions import Dimension, row, tree
from lms.figures.counting.persons import participations, persons, reckon
from lms.figures.counting.tables import Branch
from lms.figures.counting.values import CountedFact
from lms.people.kinds import Sex
from tests.figures.counting.given import ADULT, TRAINED, UNKNOWN, WOMAN, fact


@dataclass
class Kind:
    id: int
    code: str
    parent_id: int | None = None


CATEGORIES = [Kind(1, "mission"), Kind(2, "mission-police", 1), Kind(3, "partners")]


def test_categories_stand_under_their_parents() -> None:
    found = tree(Dimension.CATEGORY, CATEGORIES)
    assert found == (Branch("mission", (Branch("mission-police"),)), Branch("partners"))


@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        (Dimension.CATEGORY, "partners"),
        (Dimension.REGION, "ML07"),
        (Dimension.SEX, "f"),
        (Dimension.AGE_GROUP, "adult"),
        (Dimension.MONTH, "2014-07"),
        (Dimension.QUARTER, "2014-Q3"),
        (Dimension.YEAR, "2014"),
        (Dimension.BUDGET_YEAR, "2014/15"),
    ],
)
def test_a_fact_stands_in_one_row_of_each_dimension(dimension: Dimension, expected: str) -> None:
    counted = fact(1, "partners", sex=UNKNOWN, last_day=date(2014, 7, 1))
    profile = reckon([counted, fact(1, "partners", sex=WOMAN)]).profiles[1]
    assert (profile.sex, profile.age_group) == (WOMAN, ADULT)
    assert row(dimension, counted, profile) == expected


def test_a_person_in_two_quarters_is_one_person() -> None:
    facts = [fact(1, "partners"), fact(1, "partners", last_day=date(2014, 7, 1))]
    reckoning = reckon(facts)

    def quarter(it: CountedFact) -> str:
        return row(Dimension.QUARTER, it, reckoning.profiles[it.person])

    table = persons(reckoning, (), outcome=TRAINED, row_of=quarter)
    assert [(it.key, it.total.value) for it in table.lines] == [
        ("2014-Q1", 1),
        ("2014-Q3", 1),
        ("overlap", -1),
        ("total", 1),
    ]
    assert participations(reckoning, (), row_of=quarter).total.total.value == 2


def test_both_sexes_and_not_specified_are_rows_even_when_empty() -> None:
    assert [it.code for it in tree(Dimension.SEX, CATEGORIES)] == [str(it) for it in Sex]
