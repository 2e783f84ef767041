"""DOMAIN 3, R10 to R17 but for R13: "at least", sums, ages, identity, rotation."""

import csv
from datetime import date, timedelta

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.figures import labels
from lms.figures.counting.coverage import coverage
from lms.figures.counting.headcounts import headcounts
from lms.figures.counting.periods import Window
from lms.figures.counting.persons import persons, reckon
from lms.figures.counting.ranges import Range, as_one, bounds
from lms.figures.counting.values import Column, Count, add_up
from lms.figures.services.declaring import PUBLISHED
from lms.figures.source.wanted import wanted_in
from lms.lib.sheets.sheet import make_sheet
from lms.lists.reading.rows import read_rows
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.kinds import MarkState, ParticipationRole, Status
from lms.sessions.outcome import Demand, HeldSlot, Outcome, judge
from lms.sessions.rules.uniting import unite
from tests.factories.sessions import ParticipationFactory, TrainingSessionFactory
from tests.figures.counting.given import MINOR, UNKNOWN, WOMAN, fact, headcount
from tests.figures.examples.lists import (
    GAO,
    PARLIAMENT,
    RECYCLAGE,
    SENSITIZED,
    TRAINED,
    columns,
    facts,
    of_persons,
    rows,
    total,
    tree,
)
from tests.lists.reading.given import AWA, FORCES, HEADING, awa, mapping

PRESENT = MarkState.PRESENT


def published() -> list[dict[str, str]]:
    return list(csv.DictReader(PUBLISHED.read_text("utf-8").splitlines()))


def test_r10_at_least_3000_and_200_are_at_least_3200() -> None:
    assert Count(3000, at_least=True) + Count(200) == Count(3200, at_least=True)


@pytest.mark.parametrize(
    ("lang", "computed", "of_source"),
    [
        ("fr", "au moins 3\u202f200", "plus de 3\u202f000"),
        ("en", "at least 3,200", "more than 3,000"),
    ],
)
def test_r10_computed_is_at_least_and_published_is_more_than(
    app: Flask, lang: str, computed: str, of_source: str
) -> None:
    with app.app_context(), force_locale(lang):
        assert labels.count(Count(3200, at_least=True)) == computed
        assert labels.published(Count(3000, at_least=True)) == of_source


def test_r10_the_published_trained_figures_are_5249_without_the_28_released() -> None:
    trained = [int(it["count"]) for it in published() if it["kind"] == "trained"]
    assert sorted(trained) == [28, 35, 358, 1637, 3191]
    assert sum(trained) == 5249
    (released,) = [it for it in published() if it["kind"] == "indicator"]
    assert released["count"] == "28"


def test_r11_996_men_and_184_women_are_1180() -> None:
    counted = [headcount("civil-society", 996), headcount("civil-society", 184, sex=WOMAN)]
    table = headcounts(counted, tree(), outcome=SENSITIZED)
    assert table.total.total == Count(1180)
    assert columns(table) == {"men": 996, "women": 184}


def test_r11_every_line_of_all_lists_is_the_sum_of_its_columns_and_parts() -> None:
    for outcome in (TRAINED, SENSITIZED):
        table = of_persons(facts(), outcome)
        assert table.ties_out
        for line in table.lines:
            assert line.total == add_up(line.cells[it] for it in Column)


def test_r12_the_childrens_parliament_is_19_boys_and_16_girls_of_11_to_17() -> None:
    table = of_persons(facts(PARLIAMENT))
    assert columns(table) == {"boys": 19, "girls": 16}
    born = [it.birth.day.year for it in rows(PARLIAMENT) if it.birth]
    assert (min(born), max(born), len(born)) == (2014 - 17, 2014 - 11, 35)


def test_r12_a_person_has_one_sex_and_one_age_group_in_a_window() -> None:
    """Those of the latest fact; specified beats not specified."""
    later = date(2014, 11, 19)
    counted = [
        fact(1, "partners", sex=WOMAN, age_group=MINOR),
        fact(1, "partners", last_day=later),
    ]
    assert reckon(counted).profiles[1].column is Column.MEN
    assert reckon(counted).profiles[1].contradictory
    counted[1] = fact(1, "partners", sex=UNKNOWN, last_day=later)
    profile = reckon(counted).profiles[1]
    assert (profile.sex, profile.age_group) == (Sex.FEMALE, AgeGroup.ADULT)
    assert not profile.contradictory


def test_r14_two_halves_of_one_person_make_somebody_trained() -> None:
    """J1 and J2 under one record, J3 under another: 0 → 1."""
    sheets = [{1: PRESENT, 2: PRESENT}, {3: PRESENT}]

    def outcome(sheet: dict[int, MarkState]) -> Outcome:
        slots = [HeldSlot(360, sheet.get(it, MarkState.BLANK)) for it in (1, 2, 3)]
        return judge(role=ParticipationRole.PARTICIPANT, demand=Demand(), slots=slots).outcome

    assert [outcome(it) for it in sheets] == [SENSITIZED, SENSITIZED]
    assert outcome(unite(sheets, {})) is TRAINED


def test_r14_three_to_be_checked_lie_between_201_and_204() -> None:
    counted = [fact(it, "partners") for it in range(204)]
    pairs = [(203, 0), (202, 1), (201, 2)]
    settled = total(persons(reckon(as_one(counted, pairs)), tree(), outcome=TRAINED))
    assert bounds(204, settled, len(pairs)) == Range(doubtful=3, lowest=201, highest=204)


def test_r14_the_forces_before_anybody_says_who_is_who_are_never_fewer() -> None:
    """Each row of the two lists a person of its own, and then the 22 who stand on both."""
    true = facts(GAO, RECYCLAGE)
    apart = [fact(it.id, it.category, it.outcome) for it in true]
    person_of = {it.id: it.person for it in true}
    first: dict[int, int] = {}
    pairs = [(row, first.setdefault(who, row)) for row, who in person_of.items()]
    pairs = [it for it in pairs if it[0] != it[1]]
    assert len(pairs) == 22
    assert len(reckon(apart).outcomes) == 86
    assert len(reckon(as_one(apart, pairs)).outcomes) == 64


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("status", [it for it in Status if it is not Status.CLOSED])
def test_r15_a_session_that_is_not_closed_counts_nothing(status: Status) -> None:
    held = TrainingSessionFactory.create(status=status)
    ParticipationFactory.create(training_session=held, outcome=Outcome.TRAINED)
    assert wanted_in([held]) == {held.id: {}}


@pytest.mark.usefixtures("database")
def test_r15_a_postponed_session_counts_on_its_new_date() -> None:
    held = TrainingSessionFactory.create(status=Status.CLOSED)
    ParticipationFactory.create(training_session=held, outcome=Outcome.TRAINED)
    held.first_day = held.last_day = held.last_day + timedelta(days=40)
    assert [it["last_day"] for it in wanted_in([held])[held.id].values()] == [held.last_day]


@pytest.mark.usefixtures("database")
def test_r15_a_session_without_list_and_headcount_counts_nobody() -> None:
    held = TrainingSessionFactory.create(status=Status.CLOSED)
    assert wanted_in([held]) == {held.id: {}}


def test_r16_a_minor_on_a_list_of_forces_is_a_row_number_and_nothing_else() -> None:
    sheet = make_sheet("", [HEADING, AWA, awa(surname="KEÏTA-EXEMPLE", birth=1999)])
    found = read_rows(sheet, mapping(), FORCES)
    assert [it.surname for it in found.rows] == ["MAÏGA"]
    assert found.withheld == (3,)


def test_r17_coverage_of_the_forces_rotation_is_that_of_their_last_training() -> None:
    """Whoever came again in November is of the later rotation only."""
    counted = facts(GAO, RECYCLAGE)
    first = Window(date(2014, 1, 1), date(2014, 6, 30))
    second = Window(date(2014, 7, 1), date(2014, 12, 31))
    assert coverage(counted, rotation=first, strength=100).persons == 55 - 39
    assert coverage(counted, rotation=second, strength=100).persons == 39


@pytest.mark.parametrize(
    ("lang", "within", "above"),
    [
        ("en", "98%", "strength to be updated"),
        ("fr", "98\u202f%", "effectif à mettre à jour"),
    ],
)
def test_r17_above_a_hundred_per_cent_the_strength_is_to_be_updated(
    app: Flask, lang: str, within: str, above: str
) -> None:
    rotation = Window(date(2014, 7, 1), date(2014, 12, 31))
    with app.app_context(), force_locale(lang):
        said = [
            labels.coverage(coverage(facts(RECYCLAGE), rotation=rotation, strength=it))
            for it in (40, 38, 0)
        ]
    assert said == [within, above, above]
