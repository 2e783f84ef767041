import pytest

from lms.lib.sheets.cells import Cell
from lms.lists.reading.words.feet import declared_total, is_foot


@pytest.mark.parametrize(
    "first",
    ["Total", "TOTAL GÉNÉRAL", "Le formateur :", "The trainer", "Cachet :", "Fait à Gao, le"],
)
def test_totals_and_stamps_stand_at_the_foot(first: str) -> None:
    assert is_foot([None, first, None, 46], below_another=False)


@pytest.mark.parametrize("row", [[1, "CISSÉ", "Maïmouna"], ["Totala", "Awa"], [None, None]])
def test_a_person_does_not(row: list[Cell]) -> None:
    assert not is_foot(row, below_another=False)


def test_a_lone_name_below_a_foot_row_signs_it() -> None:
    assert is_foot(["Capitaine Exemple"], below_another=True)
    assert not is_foot([47, "EXEMPLE", "Awa", "F"], below_another=True)


@pytest.mark.parametrize(
    ("row", "total"),
    [
        (["Total", 42], 42),
        (["Total : 42 personnes"], 42),
        (["Nombre de participants", None, "42"], 42),
        (["Total", 42, 40, 39], None),
        (["Total hommes", 33], None),
        (["Nombre de femmes : 13"], None),
        (["Sous-total", 10], None),
        (["Total", "présents", 41], None),
        (["Total : 42"] * 5, 42),
        (["Total", None], None),
        (["Le formateur", 42], None),
        ([None], None),
    ],
)
def test_a_total_is_declared_by_one_number(row: list[Cell], total: int | None) -> None:
    assert declared_total(row) == total
