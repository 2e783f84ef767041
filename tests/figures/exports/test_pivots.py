import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure, Question
from lms.figures.counting.values import CountedFact
from lms.figures.exports import pivots
from lms.figures.release.cells import Audience
from lms.figures.release.gate import NotReleased
from tests.figures.background.given import wanted
from tests.figures.counting.given import fact
from tests.figures.exports.given import ORIGIN, released

pytestmark = pytest.mark.usefixtures("database")
TWICE = [
    fact(1, "partners-un", last_day=date(2014, 3, 14)),
    fact(1, "partners-un", training_session=2, last_day=date(2014, 6, 14)),
    fact(2, "society", last_day=date(2014, 6, 14)),
]


PARTS = [
    *(fact(it, "partners", last_day=date(2014, 2, 1)) for it in (1, 2, 3)),
    *(fact(it, "partners-un", last_day=date(2014, 5, 1)) for it in (4, 5)),
]


def rows(measure: Measure, facts: Sequence[CountedFact] = TWICE) -> list[list[object]]:
    release = released(facts, audience=Audience.INSIDE)
    asked: Question = wanted(across=Dimension.QUARTER).question
    table = pivots.table(release, replace(asked, measure=measure))
    rows: list[list[object]] = [[*it] for it in table.rows]
    return [[*table.header], *rows]


def test_each_row_of_persons_adds_up_with_its_overlap() -> None:
    header, *lines = rows(Measure.PERSONS_TRAINED)
    assert header[-2] == "Total"
    for _name, *counts, total, _remark in lines:
        assert sum(counts) == total  # type: ignore[arg-type]  # numbers, by the table
    assert lines[-1][1:-1] == [1, 2, -1, 2]


def test_participations_have_no_overlap() -> None:
    _header, *lines = rows(Measure.PARTICIPATIONS)
    assert lines[-1][1:-1] == [1, 2, 3]


@pytest.mark.parametrize("measure", [Measure.PERSONS_TRAINED, Measure.PARTICIPATIONS])
def test_whatever_is_not_specified_stands_in_its_own_column(measure: Measure) -> None:
    _header, *lines = rows(measure, PARTS)
    overlap = [0] if measure is Measure.PERSONS_TRAINED else []
    assert [it[1:-1] for it in lines[:3]] == [
        [3, 2, *overlap, 5],
        [0, 2, *overlap, 2],
        [3, 0, *overlap, 3],
    ]


def test_the_text_says_the_same_and_how_it_was_made() -> None:
    release = released(TWICE, audience=Audience.INSIDE)
    text = pivots.text(release, ORIGIN, wanted(across=Dimension.QUARTER).question).decode()
    assert next(iter(csv.reader(StringIO(text))))[0] == "Catégorie"
    assert "\n# " in text


def test_one_dimension_makes_no_such_table() -> None:
    with pytest.raises(ValueError, match="second dimension"):
        pivots.table(released(TWICE), wanted().question)


def test_nothing_of_two_dimensions_leaves_the_unit() -> None:
    question = wanted(across=Dimension.QUARTER).question
    for made in (pivots.table, lambda *asked: list(pivots.crossings(*asked))):
        with pytest.raises(NotReleased):
            made(released(TWICE), question)
