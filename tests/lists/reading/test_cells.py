from datetime import date, datetime

import pytest
from hypothesis import given, strategies as st

from lms.lib.sheets.cells import Cell
from lms.lists.reading.cells import Birth, ImpossibleBirth, age, birth, mark, sex
from lms.people.kinds import BirthPrecision, Sex
from lms.sessions.kinds import MarkState

DAY = date(2014, 3, 12)
FULL, YEAR = BirthPrecision.DAY, BirthPrecision.YEAR


@pytest.mark.parametrize(
    "cell", ["P", "p", "X", "x", 1, "1", "oui", "Présent", "Y", "yes", "signé", True, "✓"]
)
def test_the_marks_of_presence(cell: Cell) -> None:
    assert mark(cell) is MarkState.PRESENT


@pytest.mark.parametrize("cell", ["A", 0, "0", "non", "abs", "N", "no", "Absente", False])
def test_the_marks_of_absence(cell: Cell) -> None:
    assert mark(cell) is MarkState.ABSENT


def test_a_blank_is_not_recorded_and_scribbles_are_not_guessed() -> None:
    assert mark(None) is MarkState.BLANK
    assert mark("?") is None
    assert mark("en retard") is MarkState.LATE
    assert mark("excusé") is MarkState.EXCUSED


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        *((it, Sex.MALE) for it in ("M", "m", "H", "Homme", "Male")),
        *((it, Sex.FEMALE) for it in ("F", "f", "Femme", "Female")),
        *((it, Sex.UNSPECIFIED) for it in ("X", "", None, "Adama")),
    ],
)
def test_the_words_for_a_sex(cell: Cell, expected: Sex) -> None:
    assert sex(cell) is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("12/03/1984", Birth(date(1984, 3, 12), FULL)),
        ("1.2.1990", Birth(date(1990, 2, 1), FULL)),
        ("1984-03-12", Birth(date(1984, 3, 12), FULL)),
        (date(1984, 3, 12), Birth(date(1984, 3, 12), FULL)),
        (datetime(1984, 3, 12, 8), Birth(date(1984, 3, 12), FULL)),  # noqa: DTZ001 - a sheet has no zones
        (1975, Birth(date(1975, 1, 1), YEAR)),
        ("vers 1975", Birth(date(1975, 1, 1), YEAR)),
        ("né vers 1975 à Kati", Birth(date(1975, 1, 1), YEAR)),
        ("12/03/1984 à Gao", Birth(date(1984, 3, 12), FULL)),
        ("12/03/84", Birth(date(1984, 3, 12), FULL)),
        ("12-03-98", Birth(date(1998, 3, 12), FULL)),
        ("1er février 1990", Birth(date(1990, 2, 1), FULL)),
        ("12-déc-84", Birth(date(1984, 12, 12), FULL)),
        ("3rd August 1984", Birth(date(1984, 8, 3), FULL)),
        ("CIN 12345678", None),
        ("0000", None),
        ("inconnue", None),
        (None, None),
    ],
)
def test_a_birth_date_is_read_day_first(cell: Cell, expected: Birth | None) -> None:
    assert birth(cell, on=DAY) == expected


@pytest.mark.parametrize(
    "cell", ["31/02/1990", "12/05/2090", "2014-03-13", 2090, "1899", date(2015, 1, 1)]
)
def test_a_day_that_does_not_exist_or_has_not_come_is_impossible(cell: Cell) -> None:
    with pytest.raises(ImpossibleBirth):
        birth(cell, on=DAY)


def test_an_impossible_day_still_tells_its_year() -> None:
    with pytest.raises(ImpossibleBirth) as caught:
        birth("31/02/1999", on=DAY)
    assert caught.value.year == 1999


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        (15, 1999),
        ("15 ans", 1999),
        ("17 ans et demi", 1997),
        (17.5, 1997),
        (1984, 1984),
        ("12/03/1984", 1984),
        ("0", None),
        (130, None),
        ("jeune", None),
    ],
)
def test_an_age_stands_for_a_year(cell: Cell, year: int | None) -> None:
    found = age(cell, on=DAY)
    assert (found.day.year if found else None) == year


@given(st.text() | st.integers() | st.floats() | st.dates() | st.none())
def test_any_cell_is_read_or_impossible(cell: Cell) -> None:
    mark(cell)
    sex(cell)
    for read in (birth, age):
        try:
            found = read(cell, on=DAY)
        except ImpossibleBirth:
            continue
        assert found is None or found.day <= DAY
