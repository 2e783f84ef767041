"""Properties that hold whatever was recorded."""

from random import Random

import pytest
from hypothesis import given, strategies as st

from lms.figures.counting.headcounts import headcounts
from lms.figures.counting.persons import participations, persons, reckon
from lms.figures.counting.tables import Branch, Table, opened_by
from lms.figures.counting.values import CountedFact, CountedHeadcount
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.outcome import Outcome
from tests.figures.counting.given import SENSITIZED, TRAINED, TREE, fact

CODES = [
    *("mission", "mission-military", "mission-police", "partners"),
    *("forces", "forces-army", "forces-guard", "stray"),
]
counted_outcomes = st.sampled_from([TRAINED, SENSITIZED])
facts = st.lists(
    st.builds(
        CountedFact,
        id=st.integers(1, 10**6),
        person=st.integers(1, 6),
        training_session=st.integers(1, 4),
        category=st.sampled_from(CODES),
        region=st.sampled_from(["ML07", "ML09"]),
        outcome=counted_outcomes,
        sex=st.sampled_from(Sex),
        age_group=st.sampled_from(AgeGroup),
        last_day=st.dates(),
    ),
    max_size=25,
    unique_by=(lambda it: it.id, lambda it: (it.person, it.training_session)),
)
headcount_lists = st.lists(
    st.builds(
        CountedHeadcount,
        id=st.integers(1, 10**6),
        training_session=st.integers(1, 4),
        category=st.sampled_from(CODES),
        region=st.just("ML07"),
        outcome=counted_outcomes,
        sex=st.sampled_from(Sex),
        age_group=st.sampled_from(AgeGroup),
        last_day=st.dates(),
        count=st.integers(1, 5000),
        at_least=st.booleans(),
    ),
    max_size=20,
    unique_by=lambda it: it.id,
)


def tables(counted: list[CountedFact]) -> list[Table]:
    return [
        persons(reckon(counted), TREE, outcome=TRAINED),
        persons(reckon(counted), TREE, outcome=SENSITIZED),
        participations(reckon(counted), TREE),
        participations(reckon(counted), TREE, outcome=None),
    ]


@given(facts)
def test_lines_and_overlap_add_up_to_the_total_in_every_column(counted: list[CountedFact]) -> None:
    assert all(table.ties_out for table in tables(counted))


@given(facts)
def test_the_total_is_the_number_of_distinct_persons(counted: list[CountedFact]) -> None:
    trained = {it.person for it in counted if it.outcome is TRAINED}
    others = {it.person for it in counted} - trained
    found = [persons(reckon(counted), TREE, outcome=it).total for it in (TRAINED, SENSITIZED)]
    assert [it.total.value for it in found] == [len(trained), len(others)]
    assert [it.units for it in found] == [trained, others]


@given(facts, st.randoms())
def test_the_order_of_facts_does_not_matter(counted: list[CountedFact], random: Random) -> None:
    shuffled = list(counted)
    random.shuffle(shuffled)
    assert tables(shuffled) == tables(counted)


@given(facts, st.sampled_from(CODES), counted_outcomes)
def test_one_session_more_never_lowers_participations_or_persons_reached(
    counted: list[CountedFact], category: str, outcome: Outcome
) -> None:
    more = [*counted, fact(3, category, outcome, training_session=99)]
    before, after = tables(counted), tables(more)
    assert after[2].total.total.value >= before[2].total.total.value
    assert after[3].total.total.value == before[3].total.total.value + 1
    assert after[0].total.total.value >= before[0].total.total.value
    reached = [len({it.person for it in many}) for many in (counted, more)]
    assert reached[1] >= reached[0]


@given(facts)
def test_an_overlap_is_never_positive_and_a_line_never_negative(
    counted: list[CountedFact],
) -> None:
    for line in (line for table in tables(counted) for line in table.lines):
        values = [cell.value for cell in line.cells.values()]
        assert max(values) <= 0 if line.kind == "overlap" else min(values) >= 0


@given(headcount_lists)
def test_at_least_survives_every_sum(counted: list[CountedHeadcount]) -> None:
    for outcome in (TRAINED, SENSITIZED):
        table = headcounts(counted, TREE, outcome=outcome)
        kept = [it for it in counted if it.outcome is outcome]
        assert table.ties_out
        assert table.total.total.value == sum(it.count for it in kept)
        assert table.total.total.at_least == any(it.at_least for it in kept)
        open_tops = {it.category.split("-")[0] for it in kept if it.at_least}
        tops = [line for line in table.lines if line.depth == 0 and line is not table.total]
        assert {line.key for line in tops if line.total.at_least} == open_tops


def test_a_tree_of_any_depth_adds_up() -> None:
    deep = (Branch("a", (Branch("b", (Branch("c"), Branch("d"))), Branch("e"))),)
    counted = [fact(1, "c"), fact(1, "d", training_session=2), fact(2, "b"), fact(3, "a")]
    table = persons(reckon(counted), deep, outcome=TRAINED)
    assert table.ties_out
    assert [(it.key, it.depth, it.total.value) for it in table.lines] == [
        ("a", 0, 3),
        ("b", 1, 2),
        ("c", 2, 1),
        ("d", 2, 1),
        ("b/unspecified", 2, 1),
        ("b/overlap", 2, -1),
        ("e", 1, 0),
        ("a/unspecified", 1, 1),
        ("a/overlap", 1, 0),
        ("overlap", 0, 0),
        ("total", 0, 3),
    ]


def test_an_unknown_line_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        persons(reckon([]), TREE, outcome=TRAINED)["nowhere"]


def test_a_row_lists_its_parts_once_one_of_them_is_held() -> None:
    tree = (Branch("a", (Branch("b", (Branch("c"),)), Branch("d"))), Branch("e", (Branch("f"),)))

    def parents(*held: str) -> list[str]:
        (a, e) = opened_by(tree, held)
        return [it.code for it in (a, *a.children, e) if it.opened]

    assert parents("a", "e") == []
    assert parents("b") == ["a"]
    assert parents("c", "f") == ["a", "b", "e"]
