from datetime import date

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure, Question, Scope
from lms.figures.pages.pivot import Pivot, pivot
from lms.figures.totals import Reading
from lms.sessions.outcome import Outcome
from tests.figures.counting.given import CountedHeadcountFactory, fact, headcount
from tests.figures.pages.given import YEAR, reading

FACTS = [
    fact(1, "partners", last_day=date(2014, 2, 1), id=1),
    fact(1, "partners", last_day=date(2014, 5, 1), id=2),
    fact(2, "society", last_day=date(2014, 5, 1), id=3),
    fact(3, "society", Outcome.SENSITIZED, last_day=date(2014, 5, 1), id=4),
]
PARTS = [
    *(fact(it, "partners", last_day=date(2014, 2, 1), id=it) for it in (1, 2, 3)),
    *(fact(it, "partners-un", last_day=date(2014, 5, 1), id=it) for it in (4, 5)),
]
"""Parts are known of those of one quarter alone."""
HEADS = [CountedHeadcountFactory.build(category="society", count=40, at_least=True)]


def shown(
    app: Flask, measure: Measure, found: Reading | None = None, *, linked: bool = True
) -> Pivot:
    question = Question(scope=Scope(window=YEAR), measure=measure, across=Dimension.QUARTER)
    with app.test_request_context(), force_locale("en"):
        return pivot(found or reading(FACTS, HEADS), question, {}, linked=linked)


def cells(page: Pivot) -> dict[str, list[str]]:
    return {row.label: [it.text for it in row.cells] for row in page.rows}


def test_a_row_adds_up_to_its_total_by_the_overlap_of_its_columns(app: Flask) -> None:
    page = shown(app, Measure.PERSONS_TRAINED)
    assert [it["label"] for it in page.columns] == [
        "Category",
        "Q1 2014",
        "Q2 2014",
        "Overlap",
        "Total",
    ]
    assert cells(page) == {
        "Partners": ["1", "1", "−1", "1"],
        "Society": ["0", "1", "0", "1"],
        "Overlap between categories": ["0", "0", "0", "0"],
        "Distinct persons": ["1", "2", "−1", "2"],
    }


def test_participations_and_headcounts_have_no_overlap(app: Flask) -> None:
    assert cells(shown(app, Measure.PARTICIPATIONS))["Total"] == ["1", "2", "3"]
    heads = shown(app, Measure.HEADCOUNT_SENSITIZED)
    assert cells(heads)["Total"] == ["≥\u00a040", "≥\u00a040"]


def test_persons_not_specified_stand_in_the_column_in_which_they_came(app: Flask) -> None:
    page = shown(app, Measure.PERSONS_TRAINED, reading(PARTS))
    assert cells(page) == {
        "Partners": ["3", "2", "0", "5"],
        "Agencies": ["0", "2", "0", "2"],
        "Not specified": ["3", "0", "0", "3"],
        "Overlap within this category": ["0", "0", "0", "0"],
        "Overlap between categories": ["0", "0", "0", "0"],
        "Distinct persons": ["3", "2", "0", "5"],
    }


def test_overlaps_of_a_parent_stand_in_the_column_in_which_they_are(app: Flask) -> None:
    found = [*PARTS, fact(4, "partners", last_day=date(2014, 2, 1)), fact(6, "partners-un")]
    page = cells(shown(app, Measure.PERSONS_TRAINED, reading(found)))
    assert page["Partners"] == ["5", "2", "−1", "6"]
    assert page["Not specified"] == ["4", "0", "−1", "3"]
    assert page["Agencies"] == ["1", "2", "0", "3"]


def test_who_is_known_more_precisely_elsewhere_is_not_specified_in_one_column(app: Flask) -> None:
    found = [
        fact(1, "partners", last_day=date(2014, 2, 1)),
        fact(1, "partners-un", last_day=date(2014, 5, 1)),
    ]
    assert cells(shown(app, Measure.PERSONS_TRAINED, reading(found))) == {
        "Partners": ["1", "1", "−1", "1"],
        "Agencies": ["0", "1", "0", "1"],
        "Not specified": ["1", "0", "−1", "0"],
        "Overlap within this category": ["0", "0", "0", "0"],
        "Overlap between categories": ["0", "0", "0", "0"],
        "Distinct persons": ["1", "1", "−1", "1"],
    }


def test_sums_not_specified_stand_in_the_column_in_which_they_were_counted(app: Flask) -> None:
    page = shown(app, Measure.PARTICIPATIONS, reading(PARTS))
    assert cells(page)["Not specified"] == ["3", "0", "3"]
    heads = [
        headcount("partners", 40, last_day=date(2014, 2, 1)),
        headcount("partners-un", 7, last_day=date(2014, 5, 1)),
    ]
    page = shown(app, Measure.HEADCOUNT_SENSITIZED, reading((), heads))
    assert cells(page)["Not specified"] == ["40", "0", "40"]


def test_what_is_not_specified_in_a_column_has_its_facts_behind_it() -> None:
    found = reading(PARTS).behind(
        Measure.PERSONS_TRAINED,
        Dimension.CATEGORY,
        "partners/unspecified",
        None,
        (Dimension.QUARTER, "2014-Q1"),
    )
    assert found.facts_from(0, 9) == [3, 2, 1]


@pytest.mark.parametrize("linked", [True, False])
def test_numbers_lead_to_their_facts_for_those_who_may_read_them(app: Flask, linked: bool) -> None:
    page = shown(app, Measure.PERSONS_TRAINED, linked=linked)
    total = page.rows[-1].cells
    hrefs = [it.href for it in total]
    assert bool(hrefs[0]) == bool(hrefs[-1]) == linked
    assert not hrefs[2]
    if linked:
        assert "column_of=quarter" in hrefs[0]
        assert "in=2014-Q1" in hrefs[0]


def test_the_facts_behind_a_number_are_those_of_its_row_and_column() -> None:
    found = reading(FACTS).behind(
        Measure.PERSONS_TRAINED,
        Dimension.CATEGORY,
        "partners",
        None,
        (Dimension.QUARTER, "2014-Q2"),
    )
    assert found.facts_from(0, 9) == [2]
