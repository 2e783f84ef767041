import pytest

from lms.figures.targets.errors import NoTable
from lms.figures.targets.importing.columns import COLUMNS, Column, find_header
from lms.figures.targets.values import Kind
from lms.lib.sheets.cells import Cell

FRENCH: tuple[Cell, ...] = ("Mesure", "Catégorie", "Région", "Du", "Au", "Cible", "Source")


def test_a_header_is_found_below_a_title_in_either_language() -> None:
    english = tuple(str(it) for it in COLUMNS[Kind.TARGETS])
    assert find_header([("Cibles 2015",), FRENCH], Kind.TARGETS)[0] == 1
    assert find_header([FRENCH], Kind.TARGETS)[1] == find_header([english], Kind.TARGETS)[1]


def test_columns_may_stand_in_any_order_beside_others() -> None:
    row: tuple[Cell, ...] = ("remarque", *reversed(FRENCH))
    _, places = find_header([row], Kind.TARGETS)
    assert places[Column.SOURCE] == 1
    assert places[Column.MEASURE] == 7


def test_region_and_rotation_may_be_left_out() -> None:
    row = ("Catégorie", "Unité", "Du", "Au", "Effectif déclaré", "Source")
    _, places = find_header([row], Kind.STRENGTHS)
    assert Column.ROTATION not in places


def test_what_is_missing_is_named() -> None:
    with pytest.raises(NoTable) as raised:
        find_header([("Notes",), FRENCH[:5]], Kind.TARGETS)
    assert raised.value.missing == (Column.COUNT, Column.SOURCE)


def test_a_header_is_not_looked_for_far_below() -> None:
    with pytest.raises(NoTable):
        find_header([("x",)] * 10 + [FRENCH], Kind.TARGETS)
