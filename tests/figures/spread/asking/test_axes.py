import pytest

from lms.figures.counting.dimensions import NONE, Dimension
from lms.figures.spread.asking.axes import axis
from lms.people.kinds import Sex

CODES = {
    Dimension.REGION: {1: "ML07", 2: "ML06", 3: "ML07"},
    Dimension.PROGRAMME: {0: NONE, 5: "P-1"},
}
MARCH = 2014 * 12 + 2


def test_places_of_one_region_stand_in_one_row() -> None:
    found = axis(Dimension.REGION, CODES, [])
    assert (found.field, found.codes, found.rows) == (
        "place",
        ["ML07", "ML06"],
        {1: 0, 2: 1, 3: 0},
    )


def test_what_has_no_programme_has_a_row() -> None:
    found = axis(Dimension.PROGRAMME, CODES, [])
    assert (found.field, found.rows) == ("programme", {0: 0, 5: 1})
    assert found.codes[0] == NONE


@pytest.mark.parametrize(
    ("dimension", "codes"),
    [
        (Dimension.MONTH, ["2014-03", "2014-04", "2014-07"]),
        (Dimension.QUARTER, ["2014-Q1", "2014-Q2", "2014-Q3"]),
        (Dimension.YEAR, ["2014"]),
        (Dimension.BUDGET_YEAR, ["2013/14", "2014/15"]),
    ],
)
def test_months_make_every_period(dimension: Dimension, codes: list[str]) -> None:
    found = axis(dimension, CODES, [MARCH, MARCH + 1, MARCH + 4])
    assert (found.field, found.codes) == ("month", codes)


def test_kinds_are_their_places_in_their_list() -> None:
    found = axis(Dimension.SEX, CODES, [])
    assert (found.field, found.rows) == ("sex", {0: 0, 1: 1, 2: 2})
    assert found.codes[0] == Sex.MALE
