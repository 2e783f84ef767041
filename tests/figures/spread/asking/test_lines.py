"""What several servers count adds up to what the rules give, for any facts at all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given, strategies as st

from lms.figures.counting import persons
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.persons import Reckoning
from lms.figures.counting.tables import Branch, Table
from lms.figures.counting.values import CountedFact
from lms.figures.ledger.records import COLUMNS
from lms.figures.spread.asking import lines
from lms.figures.spread.asking.answers import added
from lms.figures.spread.asking.axes import Axis
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.outcome import Outcome
from tests.figures.counting.given import TREE

CODES = [*(code for branch in TREE for code in branch.codes()), "stray"]
AXIS = Axis(Dimension.CATEGORY, CODES, {10 + place: place for place in range(len(CODES))})
SERVERS = 3
FACT = st.builds(
    CountedFact,
    id=st.just(0),
    person=st.integers(1, 9),
    training_session=st.integers(1, 9),
    category=st.sampled_from(CODES),
    region=st.just("ML07"),
    outcome=st.sampled_from([Outcome.TRAINED, Outcome.SENSITIZED]),
    sex=st.sampled_from(Sex),
    age_group=st.sampled_from(AgeGroup),
    last_day=st.dates(date(2014, 1, 1), date(2014, 12, 31)),
)


def shown(table: Table) -> list[tuple[object, ...]]:
    return [(it.key, it.depth, dict(it.cells)) for it in table.lines]


def bits(reckoning: Reckoning) -> Iterator[tuple[int, int, int, int, bool]]:
    """Answer as a server does: how often the same rows and the same column are met."""
    rows: dict[int, int] = defaultdict(int)
    for it in reckoning.facts:
        if it.outcome is Outcome.TRAINED:
            rows[it.person] |= 1 << CODES.index(it.category)
    for person, those in rows.items():
        yield 0, those, COLUMNS.index(reckoning.columns[person]), 1, False


def of_server(facts: Iterable[CountedFact], number: int) -> list[CountedFact]:
    return [it for it in facts if it.person % SERVERS == number]


@given(st.lists(FACT, max_size=40))
def test_the_sum_of_servers_is_the_table_of_the_rules(facts: Sequence[CountedFact]) -> None:
    facts = [replace(it, id=number) for number, it in enumerate(facts)]
    sets = lines.sets(AXIS, TREE)
    answers = [
        row
        for number in range(SERVERS)
        for row in sets.told_apart(bits(persons.reckon(of_server(facts, number))))
    ]
    table = lines.table(sets, TREE, added(answers, always=True)[0])
    rule = persons.persons(persons.reckon(facts), TREE, outcome=Outcome.TRAINED)
    assert shown(table) == shown(rule)
    assert table.ties_out


def test_each_number_leads_to_its_row_to_all_above_and_to_everyone() -> None:
    tree = (Branch("a", (Branch("b"),)),)
    axis = Axis(Dimension.CATEGORY, ["a", "b"], {7: 0, 8: 1})
    sets = lines.sets(axis, tree)
    led = {number: {it for key, it in sets.pairs(axis) if key == number} for number in (7, 8)}
    assert led[7] == {lines.ALL, sets.whole["a"]}
    assert led[8] == {lines.ALL, sets.whole["a"], sets.below["a"], sets.whole["b"]}
    assert sets.of_bits(0b11) == led[7] | led[8]


def test_sums_have_no_overlap() -> None:
    counts = added([(0, 0, 1, 40, True), (0, 0, 1, 2, False)], always=True)[0]
    table = lines.sums(AXIS, TREE, counts)
    assert (table.total.total.value, table.total.total.at_least) == (42, True)
    assert "overlap" not in {it.key for it in table.lines}


def test_all_tables_of_a_second_dimension_have_the_lines_of_their_sum() -> None:
    sets = lines.sets(AXIS, TREE)
    whole, below = sets.whole["mission-police"], sets.below["mission"]
    over = sets.whole["mission"]
    answers = [(0, over, 0, 1, False), *((1, it, 0, 1, False) for it in (over, below, whole))]
    found = added(answers, always=False)
    tree = lines.opened(TREE, sets.whole, found.values())
    tables = [lines.table(sets, tree, found[it]) for it in (0, 1)]
    assert tables[0]["mission/unspecified"].total.value == 1
    assert tables[0]["mission-police"].total.value == tables[0]["mission/overlap"].total.value == 0
    assert tables[1]["mission-police"].total.value == 1


def test_all_sums_of_a_second_dimension_have_the_lines_of_their_sum() -> None:
    here, below = AXIS.places["mission"], AXIS.places["mission-police"]
    found = added([(0, here, 0, 3, False), (1, below, 0, 2, False)], always=False)
    tree = lines.opened(TREE, AXIS.places, found.values())
    assert lines.sums(AXIS, tree, found[0])["mission/unspecified"].total.value == 3
