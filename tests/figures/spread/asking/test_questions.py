"""Statements that group by person, so that they hold on each server alone."""

from dataclasses import replace

import pytest
from sqlalchemy import Select, make_url

from lms.figures.counting.dimensions import Dimension
from lms.figures.ledger.records import TRAINED
from lms.figures.spread import parts
from lms.figures.spread.asking import questions
from lms.figures.spread.asking.answers import Counted
from lms.figures.spread.asking.axes import Axis
from lms.figures.spread.asking.questions import Asked
from lms.figures.spread.standing import Standing
from tests.figures.spread.given import YEAR

DIALECT = make_url("postgresql+psycopg://").get_dialect()()
ASKED = Asked(
    facts=parts.part_fact,
    standing=Standing(token="", complete=3, moment=None, broken=[2]),
    scope=YEAR,
    places=None,
    axis=Axis(Dimension.CATEGORY, ["a", "b"], {1: 0, 2: 1}),
    second=None,
    outcome=TRAINED,
)


def words(statement: Select[*Counted]) -> str:
    return " ".join(str(statement.compile(dialect=DIALECT)).split())


@pytest.mark.parametrize(
    "statement",
    [
        questions.marked(ASKED),
        questions.persons(ASKED, [(1, 0)]),
        questions.participations(ASKED, [(1, 0)]),
    ],
)
def test_the_facts_of_a_person_are_joined_by_person(statement: Select[*Counted]) -> None:
    assert "who.person = here.person" in words(statement)
    assert "GROUP BY kalanso_part.fact.person" in words(statement)


def test_headcounts_are_about_nobody() -> None:
    asked = words(questions.headcounts(ASKED, [(1, 0)]))
    assert "kalanso_part.fact.person = " in asked
    assert "who" not in asked


def test_who_was_trained_is_not_asked_for_as_sensitized() -> None:
    assert "who.trained = " not in words(questions.marked(ASKED))
    assert "who.trained = " in words(questions.marked(replace(ASKED, outcome=1 - TRAINED)))
