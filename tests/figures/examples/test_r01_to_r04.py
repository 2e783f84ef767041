"""DOMAIN 3, R1 to R4: who is trained, who sensitized, and what does not add up."""

from collections import Counter
from datetime import date

import pytest

from lms.figures.counting.headcounts import headcounts as add_up_headcounts
from lms.figures.counting.newcomers import first_in_row, first_overall, newcomers
from lms.figures.counting.periods import PeriodKind, Window, period
from lms.figures.counting.values import Count
from lms.sessions.kinds import MarkState, ParticipationRole
from lms.sessions.outcome import Demand, HeldSlot, Outcome, judge, marks_needed
from tests.figures.examples.lists import (
    ALL,
    GAO,
    INDUCTION,
    RECYCLAGE,
    REFRESHER,
    SENSITIZED,
    TRAINED,
    columns,
    facts,
    headcounts,
    men_and_women,
    of_participations,
    of_persons,
    rows,
    tops,
    total,
    tree,
)

PRESENT, ABSENT = MarkState.PRESENT, MarkState.ABSENT
LAST_QUARTER = period(PeriodKind.QUARTER, date(2014, 11, 19))


def came_to(*states: MarkState, minutes: int = 360, **demand: object) -> Outcome:
    return judge(
        role=ParticipationRole.PARTICIPANT,
        demand=Demand(**demand),  # type: ignore[arg-type]  # as each test says
        slots=[HeldSlot(minutes, it) for it in states],
    ).outcome


@pytest.mark.parametrize(("held", "needed"), [(1, 1), (2, 2), (3, 3), (4, 3), (6, 5)])
def test_r01_marks_needed_are_three_quarters_rounded_up(held: int, needed: int) -> None:
    assert marks_needed(Demand(), held) == needed
    enough, fewer = [PRESENT] * needed, [PRESENT] * (needed - 1)
    assert came_to(*enough, *[ABSENT] * (held - needed)) is TRAINED
    assert came_to(*fewer, *[ABSENT] * (held - needed + 1)) is not TRAINED


def test_r01_late_is_there_excused_is_not() -> None:
    assert came_to(PRESENT, PRESENT, MarkState.LATE) is TRAINED
    assert came_to(PRESENT, PRESENT, MarkState.EXCUSED) is SENSITIZED
    assert came_to(ABSENT, MarkState.EXCUSED, MarkState.BLANK) is Outcome.NONE


def test_r01_a_named_training_under_60_minutes_sensitizes() -> None:
    assert came_to(PRESENT, minutes=59) is SENSITIZED
    assert came_to(PRESENT, minutes=60) is TRAINED


@pytest.mark.parametrize(
    ("sample", "people", "marks", "outcomes"),
    [
        (GAO, 46, {3: 35, 2: 10, 1: 1}, {TRAINED: 35, SENSITIZED: 11}),
        (RECYCLAGE, 40, {4: 26, 3: 13, 2: 1}, {TRAINED: 39, SENSITIZED: 1}),
    ],
    ids=["gao", "recyclage"],
)
def test_r01_the_two_lists_of_forces(
    sample: object, people: int, marks: dict[int, int], outcomes: dict[Outcome, int]
) -> None:
    found = next(it for it in ALL if it is sample)
    assert Counter(it.marks.count(PRESENT) for it in rows(found)) == marks
    assert Counter(it.outcome for it in facts(found)) == outcomes
    assert len(facts(found)) == people


def test_r01_both_together_are_64_persons_in_one_outcome_each() -> None:
    counted = facts(GAO, RECYCLAGE)
    assert len({it.person for it in counted}) == 64
    assert total(of_persons(counted)) == 55
    sensitized = of_persons(counted, SENSITIZED)
    assert columns(sensitized) == {"men": 6, "women": 3}


def test_r02_the_list_of_the_north_is_3098_people_by_sex_and_age() -> None:
    table = add_up_headcounts(headcounts(), tree(), outcome=SENSITIZED)
    assert table.total.total == Count(3098)
    assert columns(table) == {"men": 982, "women": 1147, "boys": 421, "girls": 548}


def test_r02_the_list_of_the_north_by_region_its_first_row_included() -> None:
    table = add_up_headcounts(headcounts(), (), outcome=SENSITIZED, row_of=lambda it: it.region)
    assert {it.key: it.total.value for it in table.lines[:-1]} == {
        "Gao": 953,
        "Tombouctou": 1052,
        "Kidal": 611,
        "Bamako": 482,
    }


def test_r02_a_sensitization_session_sensitizes_whoever_was_there() -> None:
    assert came_to(PRESENT, ABSENT, ABSENT, sensitization=True) is SENSITIZED
    assert came_to(PRESENT, PRESENT, PRESENT, sensitization=True) is SENSITIZED


def test_r02_widening_the_window_can_only_lower_the_sensitized() -> None:
    """Some of the 11 of Gao are trained later."""
    march = total(of_persons(facts(GAO), SENSITIZED))
    year = of_persons(facts(GAO, RECYCLAGE), SENSITIZED)
    of_march = {it.person for it in facts(GAO) if it.outcome is SENSITIZED}
    assert (march, len(year.total.units & of_march)) == (11, 8)


def test_r03_86_participations_of_forces_are_64_persons() -> None:
    counted = facts(GAO, RECYCLAGE)
    assert total(of_participations(counted, None)) == 86
    assert len({it.person for it in counted}) == 64


def test_r03_74_that_led_to_trained_are_55_persons_19_of_them_twice() -> None:
    counted = facts(GAO, RECYCLAGE)
    times = Counter(it.person for it in counted if it.outcome is TRAINED)
    assert total(of_participations(counted)) == 35 + 39 == 74
    assert list(times.values()).count(2) == 19
    assert men_and_women(of_persons(counted)) == (40, 15)


def test_r03_of_100_rows_of_the_mission_87_attended_and_70_are_distinct() -> None:
    counted = facts(INDUCTION, REFRESHER)
    assert len(rows(INDUCTION)) + len(rows(REFRESHER)) == 100
    assert total(of_participations(counted)) == 58 + 29 == 87
    assert list(Counter(it.person for it in counted).values()).count(2) == 17
    assert men_and_women(of_persons(counted)) == (46, 24)


def test_r03_249_participations_led_to_trained_of_261_in_all() -> None:
    assert total(of_participations(facts())) == 249
    assert total(of_participations(facts(), None)) == 261


def test_r04_quarters_of_35_and_39_are_55_in_the_year() -> None:
    assert total(of_persons(facts(GAO))) == 35
    assert total(of_persons(facts(RECYCLAGE))) == 39
    assert total(of_persons(facts(GAO, RECYCLAGE))) == 55


def test_r04_new_overall_adds_up_to_the_year() -> None:
    first = first_overall(facts(GAO, RECYCLAGE))
    quarters = [period(PeriodKind.QUARTER, it.last_day) for it in (GAO, RECYCLAGE)]
    assert [len(newcomers(first, it)) for it in quarters] == [35, 20]


def test_r04_the_last_quarter_of_2014_has_86_new_in_their_categories_and_77_overall() -> None:
    counted = facts()
    in_category = newcomers(first_in_row(counted, lambda it: tops()[it.category]), LAST_QUARTER)
    assert Counter(category for _, category in in_category) == {
        "mission": 12,
        "malian-forces": 20,
        "cp-subgroup": 19,
        "childrens-parliament": 35,
    }
    assert len(newcomers(first_overall(counted), LAST_QUARTER)) == 77


def test_r04_from_the_first_day_new_overall_is_the_distinct_count() -> None:
    whole = Window(date(2013, 7, 1), date(2015, 7, 31))
    assert len(newcomers(first_overall(facts()), whole)) == total(of_persons(facts()))
