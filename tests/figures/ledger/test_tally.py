"""Columns give what the rules give, fact by fact, for any facts at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from lms.figures.counting import dimensions, headcounts, newcomers, persons
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import OF_PERSONS, Measure, Scope
from lms.figures.counting.ranges import as_one
from lms.figures.counting.tables import LineKind, Table, lines_beside, opened
from lms.figures.counting.values import CountedFact, CountedHeadcount
from lms.figures.ledger.tally import OF_FACTS, OF_HEADS, Tally
from lms.people.kinds import AgeGroup, Sex
from lms.people.models import Category
from lms.sessions.outcome import Outcome
from tests.figures.ledger.packed import packed

SCOPE = Scope(window=Window(date(2014, 1, 1), date(2015, 12, 31)))
CATEGORIES = [
    Category(id=1, code="mission", parent_id=None),
    Category(id=2, code="mission-military", parent_id=1),
    Category(id=3, code="mission-police", parent_id=1),
    Category(id=4, code="forces", parent_id=None),
    Category(id=5, code="forces-army", parent_id=4),
    Category(id=6, code="partners", parent_id=None),
]
CODES = [it.code for it in CATEGORIES]
KNOWN = [
    it
    for it in Dimension
    if it not in {Dimension.CERCLE, Dimension.PROGRAMME, Dimension.COURSE, Dimension.ORGANISATION}
    and it is not Dimension.PHASE
]
ROWS = st.just(Dimension.CATEGORY) | st.sampled_from(KNOWN)
"""Every other time those that have parts."""
SHARED = {
    "training_session": st.integers(1, 9),
    "category": st.sampled_from(CODES),
    "region": st.sampled_from(["ML07", "ML06"]),
    "outcome": st.sampled_from([Outcome.TRAINED, Outcome.SENSITIZED]),
    "sex": st.sampled_from(Sex),
    "age_group": st.sampled_from(AgeGroup),
    "last_day": st.dates(SCOPE.window.first, SCOPE.window.last),
}
FACT = st.builds(CountedFact, id=st.just(0), person=st.integers(1, 8), **SHARED)
DAYS = st.dates(SCOPE.window.first, SCOPE.window.last)
HEADS = st.builds(
    CountedHeadcount,
    id=st.just(0),
    count=st.integers(0, 400),
    at_least=st.booleans(),
    **SHARED,
)


def numbered(facts: Sequence[CountedFact]) -> list[CountedFact]:
    return [replace(it, id=number) for number, it in enumerate(facts, start=1)]


def tally(facts: Sequence[CountedFact] = (), heads: Sequence[CountedHeadcount] = ()) -> Tally:
    rows, codes = packed(SCOPE, facts, heads)
    return Tally(rows=rows, codes=codes, categories=CATEGORIES)


def by_rule(facts: Sequence[CountedFact], measure: Measure, dimension: Dimension) -> Table:
    reckoning = persons.reckon(facts)
    tree = dimensions.tree(dimension, CATEGORIES)

    def row_of(it: CountedFact) -> str:
        return dimensions.row(dimension, it, reckoning.profiles[it.person])

    outcome = OF_FACTS[measure]
    if measure in {Measure.PERSONS_TRAINED, Measure.PERSONS_SENSITIZED} and outcome:
        return persons.persons(reckoning, tree, outcome=outcome, row_of=row_of)
    return persons.participations(reckoning, tree, outcome=outcome, row_of=row_of)


def across_by_rule(
    facts: Sequence[CountedFact], measure: Measure, dimension: Dimension, second: Dimension
) -> dict[str, Table]:
    """Return the table of each row of a second dimension; who somebody is, the whole tells."""
    reckoning = persons.reckon(facts)
    outcome = OF_FACTS[measure]
    whole = by_rule(facts, measure, dimension)
    parents = {it.code for it in whole.lines if len(whole.parts_of(it)) and it.code}
    tree = opened(dimensions.tree(dimension, CATEGORIES), parents)

    def stands(it: CountedFact, code: str) -> bool:
        return dimensions.row(second, it, reckoning.profiles[it.person]) == code

    made = {}
    for code in {dimensions.row(second, it, reckoning.profiles[it.person]) for it in facts}:
        here = replace(reckoning, facts=[it for it in reckoning.facts if stands(it, code)])

        def row_of(it: CountedFact) -> str:
            return dimensions.row(dimension, it, reckoning.profiles[it.person])

        if measure in OF_PERSONS and outcome:
            table = persons.persons(here, tree, outcome=outcome, row_of=row_of)
        else:
            table = persons.participations(here, tree, outcome=outcome, row_of=row_of)
        if table.total.total.value:
            made[code] = table
    return made


def shown(table: Table) -> list[tuple[object, ...]]:
    return [(it.key, it.depth, dict(it.cells)) for it in table.lines]


@given(st.lists(FACT, max_size=40), st.sampled_from([*OF_FACTS]), st.sampled_from(KNOWN))
def test_every_table_of_facts_is_that_of_the_rules(
    facts: list[CountedFact], measure: Measure, dimension: Dimension
) -> None:
    facts = numbered(facts)
    asked = tally(facts)
    made = asked.counted(measure, dimension)
    assert shown(made.table) == shown(by_rule(facts, measure, dimension))
    assert made.table.ties_out
    assert asked.total(measure) == made.table.total.total.value


@given(st.lists(HEADS, max_size=20), st.sampled_from([*OF_HEADS]), st.sampled_from(KNOWN))
def test_every_table_of_headcounts_is_that_of_the_rules(
    heads: list[CountedHeadcount], measure: Measure, dimension: Dimension
) -> None:
    heads = [replace(it, id=number) for number, it in enumerate(heads, start=1)]
    table = tally(heads=heads).counted(measure, dimension).table
    rule = headcounts.headcounts(
        heads,
        dimensions.tree(dimension, CATEGORIES),
        outcome=OF_HEADS[measure],
        row_of=lambda it: dimensions.row(dimension, it, it),
    )
    assert shown(table) == shown(rule)


@given(st.lists(FACT, max_size=40), st.sampled_from(KNOWN))
def test_behind_every_line_are_its_persons(facts: list[CountedFact], dimension: Dimension) -> None:
    facts = numbered(facts)
    made, rule = tally(facts), by_rule(facts, Measure.PERSONS_TRAINED, dimension)
    person_of = {it.id: it.person for it in facts}
    for line in rule.lines:
        found = made.behind(Measure.PERSONS_TRAINED, dimension, line.key, None)
        assert {person_of[it] for it in found.facts_from(0, 99)} == line.units
        assert found.distinct == len(line.units)


@given(st.lists(FACT, max_size=40))
def test_contradictions_are_those_of_the_rules(facts: list[CountedFact]) -> None:
    facts = numbered(facts)
    profiles = persons.reckon(facts).profiles.values()
    assert len(tally(facts).contradictory) == sum(it.contradictory for it in profiles)


@given(st.lists(FACT, max_size=40), st.lists(DAYS, min_size=1, max_size=4).map(sorted))
def test_first_times_are_those_of_the_rules(facts: list[CountedFact], days: list[date]) -> None:
    facts = numbered(facts)
    overall = newcomers.first_overall(facts)
    assert tally(facts).trained_by(days) == [
        sum(it <= day for it in overall.values()) for day in days
    ]
    in_category = newcomers.first_in_row(facts, lambda it: it.category)
    assert tally(facts).trained_by(days, {"mission", "partners"}) == [
        len(
            {
                person
                for (person, category), it in in_category.items()
                if category in {"mission", "partners"} and it <= day
            }
        )
        for day in days
    ]


@given(
    st.lists(FACT, max_size=40),
    st.sampled_from([*OF_FACTS]),
    ROWS,
    st.sampled_from(KNOWN),
)
def test_every_row_of_a_second_dimension_is_that_of_the_rules(
    facts: list[CountedFact], measure: Measure, dimension: Dimension, second: Dimension
) -> None:
    facts = numbered(facts)
    found = tally(facts).across(measure, dimension, second)
    rule = across_by_rule(facts, measure, dimension, second)
    assert {it: shown(made.table) for it, made in found.items()} == {
        it: shown(table) for it, table in rule.items()
    }
    assert all(made.table.ties_out for made in found.values())


@given(
    st.lists(FACT, max_size=40),
    st.lists(HEADS, max_size=20),
    st.sampled_from([*OF_FACTS, *OF_HEADS]),
    ROWS,
    st.sampled_from(KNOWN),
)
def test_rows_of_a_second_dimension_have_every_line_of_the_whole_that_holds_somebody(
    facts: list[CountedFact],
    heads: list[CountedHeadcount],
    measure: Measure,
    dimension: Dimension,
    second: Dimension,
) -> None:
    asked = tally(numbered(facts), heads)
    tables = [it.table for it in asked.across(measure, dimension, second).values()]
    along = [{it.key: it.total.value for it in table.lines} for table in tables]
    whole = Table((*lines_beside(asked.counted(measure, dimension).table, tables),))
    assert whole.ties_out
    known = {it.key for it in whole.lines}
    assert not any(value for of in along for key, value in of.items() if key not in known)
    for line in (it for it in whole.lines if it.kind is LineKind.ROW and whole.parts_of(it)):
        for of in along:
            parts = sum(of.get(it.key, 0) for it in whole.parts_of(line))
            assert parts == of.get(line.key, 0)


@given(
    st.lists(FACT, max_size=30),
    st.lists(
        st.tuples(st.integers(1, 8), st.integers(1, 8)).filter(lambda it: it[0] != it[1]),
        min_size=1,
        max_size=4,
    ),
)
def test_doubts_taken_for_one_person_give_what_the_rules_give(
    facts: list[CountedFact], pairs: list[tuple[int, int]]
) -> None:
    facts = numbered(facts)
    made = tally(facts).if_one(pairs).counted(Measure.PERSONS_TRAINED, Dimension.CATEGORY)
    rule = by_rule(as_one(facts, pairs), Measure.PERSONS_TRAINED, Dimension.CATEGORY)
    assert shown(made.table) == shown(rule)


def test_nobody_gives_a_table_of_zeros() -> None:
    table = tally().counted(Measure.PERSONS_TRAINED, Dimension.CATEGORY).table
    assert (table.total.total.value, table.ties_out) == (0, True)


def test_an_unknown_line_is_an_error() -> None:
    with pytest.raises(KeyError):
        tally().behind(Measure.PERSONS_TRAINED, Dimension.CATEGORY, "nowhere", None)
