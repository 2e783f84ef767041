from datetime import date

from lms.figures.counting.persons import participations, persons, reckon
from lms.figures.counting.tables import LineKind, Table
from lms.figures.counting.values import Column, CountedFact
from tests.figures.counting.given import (
    MINOR,
    SENSITIZED,
    TRAINED,
    TREE,
    UNKNOWN,
    WOMAN,
    fact,
)

EARLY, LATE = date(2013, 10, 4), date(2014, 10, 9)


def lines(table: Table) -> dict[str, int]:
    return {line.key: line.total.value for line in table.lines if line.total.value}


def forces() -> list[CountedFact]:
    """The two lists of forces: 46 and 40 people, 22 on both; services known in Gao only."""
    gao = [
        fact(
            it,
            "forces-army" if it % 2 else "forces-guard",
            TRAINED if it <= 35 else SENSITIZED,
            last_day=EARLY,
            sex=WOMAN if it <= 10 else fact(0, "").sex,
        )
        for it in range(1, 47)
    ]
    # Of the 22 who came back, 16 to 34 were trained already, 36 to 38 only sensitized.
    again = [*range(16, 35), 36, 37, 38]
    bamako = [
        fact(
            it,
            "forces",
            SENSITIZED if it == 64 else TRAINED,
            last_day=LATE,
            training_session=2,
            sex=WOMAN if it in (47, 48) else fact(0, "").sex,
        )
        for it in (*again, *range(47, 65))
    ]
    return gao + bamako


def test_two_lists_of_forces_give_64_persons_55_trained_and_9_sensitized() -> None:
    facts = forces()
    assert len(facts) == 86
    assert len(reckon(facts).outcomes) == 64
    assert persons(reckon(facts), TREE, outcome=TRAINED).total.total.value == 55
    assert persons(reckon(facts), TREE, outcome=SENSITIZED).total.total.value == 9


def test_74_participations_led_to_trained_of_86_in_all() -> None:
    facts = forces()
    assert participations(reckon(facts), TREE).total.total.value == 74
    assert participations(reckon(facts), TREE, outcome=None).total.total.value == 86


def test_quarters_of_35_and_39_trained_do_not_add_up_to_the_year() -> None:
    facts = forces()
    quarters = [[it for it in facts if it.last_day == day] for day in (EARLY, LATE)]
    apart = [persons(reckon(it), TREE, outcome=TRAINED).total.total.value for it in quarters]
    assert apart == [35, 39]
    assert persons(reckon(facts), TREE, outcome=TRAINED).total.total.value == 55


def test_who_is_known_only_to_the_parent_stands_under_not_specified() -> None:
    table = persons(reckon(forces()), TREE, outcome=TRAINED)
    found = lines(table)
    assert found["forces"] == 55
    assert found["forces-army"] + found["forces-guard"] == 35
    assert found["forces/unspecified"] == 20
    assert "forces/overlap" not in found
    assert table["forces/overlap"].kind is LineKind.OVERLAP  # said even when nobody is in it


def test_nine_in_two_categories_are_taken_off_once() -> None:
    workshop = [fact(it, "partners") for it in range(34)]
    meeting = [fact(it, "sub-group", training_session=2) for it in range(25, 44)]
    table = persons(reckon(workshop + meeting), TREE, outcome=TRAINED)
    assert lines(table) == {"partners": 34, "sub-group": 19, "overlap": -9, "total": 44}
    assert table["overlap"].units == frozenset(range(25, 34))
    assert table.ties_out


def test_80_components_of_70_mission_personnel_overlap_by_10() -> None:
    parts = {"military": range(36), "police": range(30, 48), "civilian": range(44, 70)}
    facts = [
        fact(it, f"mission-{part}", training_session=n)
        for n, (part, people) in enumerate(parts.items())
        for it in people
    ]
    found = lines(persons(reckon(facts), TREE, outcome=TRAINED))
    assert found == {
        "mission": 70,
        "mission-military": 36,
        "mission-police": 18,
        "mission-civilian": 26,
        "mission/overlap": -10,
        "total": 70,
    }


def test_the_childrens_parliament_has_19_boys_and_16_girls() -> None:
    facts = [fact(it, "parliament", age_group=MINOR) for it in range(19)]
    facts += [fact(it, "parliament", age_group=MINOR, sex=WOMAN) for it in range(19, 35)]
    cells = persons(reckon(facts), TREE, outcome=TRAINED).total.cells
    assert (cells[Column.BOYS].value, cells[Column.GIRLS].value) == (19, 16)
    assert sum(it.value for it in cells.values()) == 35


def test_trained_in_one_category_hides_sensitized_in_another() -> None:
    facts = [fact(1, "partners"), fact(1, "sub-group", SENSITIZED, last_day=LATE)]
    assert lines(persons(reckon(facts), TREE, outcome=TRAINED)) == {"partners": 1, "total": 1}
    assert lines(persons(reckon(facts), TREE, outcome=SENSITIZED)) == {}


def test_a_category_nobody_knows_still_counts() -> None:
    table = persons(reckon([fact(1, "newly-named")]), TREE, outcome=TRAINED)
    assert lines(table) == {"newly-named": 1, "total": 1}


def test_the_latest_specified_sex_wins_over_a_later_blank() -> None:
    facts = [fact(1, "forces", sex=WOMAN), fact(1, "forces", sex=UNKNOWN, last_day=LATE)]
    assert reckon(facts).profiles[1].column is Column.WOMEN
    assert not reckon(facts).profiles[1].contradictory


def test_two_different_sexes_are_flagged_and_the_latest_stands() -> None:
    facts = [fact(1, "forces", sex=WOMAN, last_day=LATE), fact(1, "forces", last_day=EARLY)]
    assert reckon(facts).profiles[1].column is Column.WOMEN
    assert reckon(facts).profiles[1].contradictory


def test_growing_up_is_no_contradiction_but_growing_younger_is() -> None:
    minor, adult = fact(1, "partners", age_group=MINOR), fact(1, "partners", last_day=LATE)
    assert reckon([minor, adult]).profiles[1].column is Column.MEN
    assert not reckon([minor, adult]).profiles[1].contradictory
    younger = fact(1, "partners", age_group=MINOR, last_day=date(2015, 1, 1))
    assert reckon([minor, adult, younger]).profiles[1].contradictory


def test_nobody_gives_a_total_of_zero() -> None:
    table = persons(reckon([]), TREE, outcome=TRAINED)
    assert table.total.total.value == 0
    assert table.ties_out
