import pytest
from flask_babel import force_locale

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import Line
from lms.figures.counting.values import Column, CountedFact
from lms.figures.pages.tables import Shown, show
from tests.figures.counting.given import MINOR, UNKNOWN, fact, headcount
from tests.figures.pages.given import reading

pytestmark = pytest.mark.usefixtures("database")
PEOPLE = [fact(1, "partners-un"), fact(2, "partners"), fact(1, "partners", training_session=2)]


def shown(*facts: CountedFact) -> Shown:
    with force_locale("en"):
        return show(reading(facts), Measure.PERSONS_TRAINED)


def test_a_parent_is_followed_by_its_parts_and_their_overlap() -> None:
    rows = shown(*PEOPLE).rows
    assert [(it.label, it.look, it.cells[-1].text) for it in rows] == [
        ("Partners", "group", "2"),
        ("Agencies", "child", "1"),
        ("Not specified", "child", "1"),
        ("Overlap within this category", "child overlap", "0"),
        ("Overlap between categories", "overlap", "0"),
        ("Distinct persons", "total", "2"),
    ]


def test_rows_nobody_stands_in_are_named_below_inactive_ones_not() -> None:
    assert shown(*PEOPLE).nobody == "Society"
    assert shown().nobody == ""


def test_the_total_is_proved_by_its_columns() -> None:
    table = shown(*PEOPLE)
    assert table.ties_out
    assert table.tie_out == "lines − overlap = 2 = 2 + 0 + 0 + 0 + 0"


def test_a_short_head_has_its_full_words() -> None:
    heads = [(it["label"], it.get("full")) for it in shown(*PEOPLE).columns]
    assert ("n.s.", "Adults not specified") in heads
    assert ("minors n.s.", "Minors not specified") not in heads


def test_minors_of_unknown_sex_have_a_column_where_there_are_any() -> None:
    counted = [fact(1, "partners", sex=UNKNOWN, age_group=MINOR)]
    with force_locale("en"):
        table = show(reading(counted), Measure.PARTICIPATIONS)
    assert ("minors n.s.", "Minors not specified") in [
        (it["label"], it.get("full")) for it in table.columns
    ]
    assert table.tie_out == "lines = 1 = 0 + 0 + 0 + 0 + 0 + 1"


def test_only_numbers_that_are_not_zero_lead_somewhere() -> None:
    def link(line: Line, column: Column | None) -> str:
        return f"/{line.key}/{column or ''}"

    with force_locale("en"):
        table = show(reading(PEOPLE), Measure.PERSONS_TRAINED, link=link)
    men, women = table.rows[0].cells[:2]
    assert (men.href, men.zero) == ("/partners/men", False)
    assert (women.href, women.zero) == ("", True)
    assert table.rows[0].cells[-1].href == "/partners/"


def test_an_open_number_says_so_and_an_overlap_has_a_true_minus() -> None:
    heads = [headcount("society", 1200, at_least=True)]
    two = [fact(1, "partners"), fact(1, "society", training_session=2)]
    with force_locale("en"):
        open_table = show(reading(headcounts=heads), Measure.HEADCOUNT_SENSITIZED)
        regions = show(reading(headcounts=heads), Measure.HEADCOUNT_SENSITIZED, Dimension.REGION)
        table = show(reading(two), Measure.PERSONS_TRAINED)
    assert open_table.rows[-1].cells[-1].text == "≥\N{NO-BREAK SPACE}1,200"
    assert [it.label for it in regions.rows] == ["Gao", "Total"]
    assert table.rows[-2].cells[-1].text == "−1"
