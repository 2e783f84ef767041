from datetime import date

from hypothesis import given, strategies as st

from lms.figures.counting.newcomers import first_in_row, first_overall, newcomers
from lms.figures.counting.periods import PeriodKind, Window, period
from lms.figures.counting.persons import by_category
from lms.figures.counting.values import CountedFact
from tests.figures.counting.given import SENSITIZED, TRAINED, fact

BEGINNING = date(2013, 7, 1)
histories = st.lists(
    st.builds(
        fact,
        st.integers(1, 5),
        st.sampled_from(["partners", "sub-group"]),
        st.sampled_from([TRAINED, SENSITIZED]),
        last_day=st.dates(BEGINNING, date(2015, 7, 31)),
    ),
    max_size=20,
)


def test_forces_are_35_new_and_then_20_new() -> None:
    early, late = date(2014, 3, 14), date(2014, 11, 19)
    facts = [fact(it, "forces", last_day=early) for it in range(35)]
    facts += [fact(it, "forces", last_day=late) for it in range(16, 55)]
    for day, expected in ((early, 35), (late, 20)):
        new = newcomers(first_overall(facts), period(PeriodKind.QUARTER, day))
        assert len(new) == expected


def test_new_in_the_category_may_be_known_in_another() -> None:
    facts = [fact(1, "partners"), fact(1, "sub-group", last_day=date(2014, 11, 20))]
    quarter = period(PeriodKind.QUARTER, date(2014, 11, 20))
    assert newcomers(first_overall(facts), quarter) == frozenset()
    assert newcomers(first_in_row(facts, by_category), quarter) == {(1, "sub-group")}


def test_sensitized_before_is_still_new_when_trained() -> None:
    facts = [fact(1, "partners", SENSITIZED), fact(1, "partners", last_day=date(2014, 11, 20))]
    quarter = period(PeriodKind.QUARTER, date(2014, 11, 20))
    assert newcomers(first_overall(facts), quarter) == {1}


@given(histories, st.dates(BEGINNING, date(2015, 7, 30)))
def test_new_overall_adds_up_over_periods(facts: list[CountedFact], cut: date) -> None:
    whole = Window(BEGINNING, date(2015, 7, 31))
    parts = [Window(BEGINNING, cut), Window(date.fromordinal(cut.toordinal() + 1), whole.last)]
    first = first_overall(facts)
    assert sum(len(newcomers(first, part)) for part in parts) == len(newcomers(first, whole))
    assert newcomers(first, whole) == {it.person for it in facts if it.outcome is TRAINED}
