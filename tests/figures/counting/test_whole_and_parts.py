"""How a whole and its parts hang together, whatever was recorded."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, strategies as st

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.headcounts import headcounts
from lms.figures.counting.newcomers import first_in_row, first_overall, newcomers
from lms.figures.counting.periods import Window
from lms.figures.counting.persons import persons, reckon
from lms.figures.counting.questions import OF_PARTICIPATIONS, OF_PERSONS, Measure, Scope
from lms.figures.counting.ranges import as_one
from lms.figures.counting.tables import LineKind, Table
from lms.figures.counting.values import Column, CountedFact, CountedHeadcount
from lms.figures.ledger.tally import Tally
from lms.figures.totals import Reading
from lms.sessions.kinds import MarkState, ParticipationRole
from lms.sessions.outcome import Demand, HeldSlot, Outcome, judge
from lms.sessions.rules.uniting import unite
from tests.figures.counting.given import SENSITIZED, TRAINED, TREE, fact
from tests.figures.counting.test_tables import facts, headcount_lists
from tests.figures.ledger.packed import packed

WHOLE = Window(date(2013, 7, 1), date(2015, 7, 31))
CODES = ("mission-military", "mission-police", "mission", "forces-army", "partners")
histories = st.lists(
    st.builds(
        fact,
        st.integers(1, 6),
        st.sampled_from(CODES),
        st.sampled_from([TRAINED, SENSITIZED]),
        last_day=st.dates(WHOLE.first, WHOLE.last),
        training_session=st.integers(1, 99),
    ),
    max_size=25,
)
cuts = st.dates(WHOLE.first, WHOLE.last - timedelta(days=1))
sheets = st.fixed_dictionaries({}, optional=dict.fromkeys((1, 2, 3), st.sampled_from(MarkState)))


def split(cut: date) -> tuple[Window, Window]:
    return Window(WHOLE.first, cut), Window(cut + timedelta(days=1), WHOLE.last)


def within(counted: Sequence[CountedFact], window: Window) -> list[CountedFact]:
    return [it for it in counted if it.last_day in window]


def trained(counted: Sequence[CountedFact]) -> Table:
    return persons(reckon(counted), TREE, outcome=TRAINED)


@given(histories, cuts)
def test_two_parts_less_who_is_in_both_are_the_whole(
    counted: list[CountedFact], cut: date
) -> None:
    whole = trained(counted)
    parts = [trained(within(counted, it)) for it in split(cut)]
    for line in whole.lines:
        if line.key.endswith(("overlap", "unspecified")):
            continue  # they follow from the others
        one, other = (_units(it, line.key) for it in parts)
        assert line.total.value == len(one) + len(other) - len(one & other)


def _units(table: Table, key: str) -> frozenset[int]:
    return next((it.units for it in table.lines if it.key == key), frozenset())


@given(histories, cuts)
def test_new_overall_and_new_in_the_category_add_up_to_the_distinct_count(
    counted: list[CountedFact], cut: date
) -> None:
    table = trained(counted)
    tops = {it.code for it in TREE}

    def top(of: CountedFact) -> str:
        return next(it for it in tops if of.category.startswith(it))

    overall, in_category = first_overall(counted), first_in_row(counted, top)
    new = [len(newcomers(overall, it)) for it in split(cut)]
    assert sum(new) == table.total.total.value
    for code in tops:
        fresh = [
            sum(category == code for _, category in newcomers(in_category, it))
            for it in split(cut)
        ]
        assert sum(fresh) == table[code].total.value


@given(facts, st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=4))
def test_saying_that_two_are_one_never_raises_persons_with_an_outcome(
    counted: list[CountedFact], pairs: list[tuple[int, int]]
) -> None:
    before, after = (len(reckon(it).outcomes) for it in (counted, as_one(counted, pairs)))
    assert after <= before


@given(sheets, sheets)
def test_uniting_the_marks_of_two_counts_one_person_where_there_was_one_or_two(
    one: dict[int, MarkState], other: dict[int, MarkState]
) -> None:
    """It may raise *trained* from none to one (R14), never persons with any outcome."""

    def outcome(sheet: dict[int, MarkState]) -> Outcome:
        slots = [HeldSlot(360, sheet.get(it, MarkState.BLANK)) for it in (1, 2, 3)]
        return judge(role=ParticipationRole.PARTICIPANT, demand=Demand(), slots=slots).outcome

    apart, together = [outcome(one), outcome(other)], outcome(unite([one, other], {}))
    assert (together is Outcome.NONE) == (apart == [Outcome.NONE] * 2)
    assert together is TRAINED or TRAINED not in apart


@given(facts)
def test_sexes_and_ages_add_up_though_a_person_changed_in_the_window(
    counted: list[CountedFact],
) -> None:
    columns = reckon(counted).columns
    for outcome in (TRAINED, SENSITIZED):
        table = persons(reckon(counted), TREE, outcome=outcome)
        assert table.ties_out
        for line in table.lines:
            if line.kind is LineKind.OVERLAP:
                continue
            assert sum(it.value for it in line.cells.values()) == len(line.units)
            for column in Column:
                stand = [it for it in line.units if columns[it] is column]
                assert line.cells[column].value == len(stand)


def reading(counted: list[CountedFact], heads: Sequence[CountedHeadcount]) -> Reading:
    scope = Scope(window=Window(date.min, date.max))
    rows, codes = packed(scope, counted, heads)
    tally = Tally(rows=rows, codes=codes, categories=())
    return Reading(scope=scope, categories=(), regions={}, tally=tally)


@given(facts, headcount_lists)
def test_people_counted_without_names_never_enter_unique_persons(
    counted: list[CountedFact], heads: list[CountedHeadcount]
) -> None:
    alone, beside = (reading(counted, it) for it in ((), heads))
    for dimension in (Dimension.CATEGORY, Dimension.SEX, Dimension.MONTH):
        for measure in (*OF_PERSONS, *OF_PARTICIPATIONS):
            assert beside.table(measure, dimension) == alone.table(measure, dimension)
        summed = beside.table(Measure.HEADCOUNT_SENSITIZED, dimension).total.total.value
        assert summed == sum(it.count for it in heads if it.outcome is SENSITIZED)


@given(headcount_lists)
def test_at_least_stands_in_every_cell_and_line_that_holds_it(
    heads: list[CountedHeadcount],
) -> None:
    by_id = {it.id: it for it in heads}
    table = headcounts(heads, TREE, outcome=SENSITIZED)
    for line in table.lines:
        stand = [by_id[it] for it in line.units]
        assert line.total.at_least == any(it.at_least for it in stand)
        for column in Column:
            inside = [it for it in stand if it.column is column]
            assert line.cells[column].at_least == any(it.at_least for it in inside)
