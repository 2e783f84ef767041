from datetime import UTC, date, datetime

import pytest

from lms.figures.targets.importing import cells
from lms.figures.targets.importing.cells import BadCell, Trouble
from lms.lib.sheets.cells import Cell

JULY = date(2015, 7, 1)


@pytest.mark.parametrize(
    "cell", [JULY, datetime(2015, 7, 1, tzinfo=UTC), "2015-07-01", "01/07/2015", "1.7.2015"]
)
def test_a_day_is_understood_days_before_months(cell: Cell) -> None:
    assert cells.day(cell, Trouble.FIRST) == JULY


@pytest.mark.parametrize("cell", ["2015-02-30", "31/06/2015", "July", "2015", "99999-01-01", None])
def test_a_day_that_does_not_exist_is_refused_with_its_words(cell: Cell) -> None:
    with pytest.raises(BadCell) as raised:
        cells.day(cell, Trouble.LAST)
    assert (raised.value.trouble, raised.value.said) == (Trouble.LAST, cell or "")


@pytest.mark.parametrize("cell", [1500, 1500.0, "1 500", "1\u202f500", "1,500"])
def test_a_number_is_understood_however_it_is_written(cell: Cell) -> None:
    assert cells.count(cell, optional=False) == 1500


@pytest.mark.parametrize("cell", ["0", 0, "-5", "12.5", "more than 3000", "plus de 3 000", "many"])
def test_what_is_no_whole_number_above_zero_is_refused(cell: Cell) -> None:
    with pytest.raises(BadCell):
        cells.count(cell, optional=False)


def test_an_empty_number_is_refused_unless_it_may_be_missing() -> None:
    assert cells.count(None, optional=True) is None
    with pytest.raises(BadCell):
        cells.count(None, optional=False)


def test_texts_are_trimmed_and_cannot_be_formulas_or_novels() -> None:
    assert cells.words("  Plan   de travail ", 20) == "Plan de travail"
    assert cells.words(None, 20) == ""
    for text, trouble in (("=1+1", Trouble.FORMULA), ("x" * 21, Trouble.TOO_LONG)):
        with pytest.raises(BadCell) as raised:
            cells.words(text, 20)
        assert raised.value.trouble is trouble


def test_a_word_is_found_without_its_accents() -> None:
    assert cells.among(" SÉGOU ", {"segou": 4}, Trouble.REGION) == 4
    with pytest.raises(BadCell):
        cells.among("nowhere", {"segou": 4}, Trouble.REGION)
