"""What a column holds, by the shape of its cells."""

import pytest

from lms.lib.sheets.cells import Cell
from lms.lists.reading.guessing import shapes
from lms.lists.reading.headings import Meaning


@pytest.mark.parametrize(
    ("cells", "meaning"),
    [
        ([1, 2, 3, 4], Meaning.NUMBER),
        (["M", "F", "F"], Meaning.SEX),
        (["P", "A", "présent"], Meaning.MARK),
        ([1984, 1990, 1975], Meaning.BIRTH),
        ([34, 41, 27], Meaning.AGE),
        (["76 27 14 68", "+223 66 11 22 33"], Meaning.PHONE),
        (["44/6386", "52/8101"], Meaning.SERVICE_NUMBER),
        (["Sgt", "Adj", "Cne"], Meaning.RANK),
        (["Bamako", "Gao"], None),
        (["M"], None),
    ],
)
def test_cells_of_one_kind_tell_their_column(cells: list[Cell], meaning: Meaning | None) -> None:
    assert shapes.guess(cells) is meaning


def test_one_cell_in_five_may_be_an_error() -> None:
    assert shapes.guess(["M", "F", "F", "M", "?"]) is Meaning.SEX
    assert shapes.guess(["M", "F", "?", "!", "?"]) is None


def test_frequent_names_tell_surnames_from_given_names() -> None:
    columns: dict[int, list[Cell]] = {0: ["Awa", "Moussa"], 1: ["Traoré", "Diarra"]}
    assert shapes.name_columns(columns, sure=False) == {
        1: Meaning.SURNAME,
        0: Meaning.GIVEN_NAMES,
    }


def test_words_that_are_no_names_are_none() -> None:
    assert shapes.name_columns({0: ["rouge", "bleu"]}, sure=False) == {}
