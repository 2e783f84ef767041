import pytest
from flask_babel import force_locale

from lms.figures import labels
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.values import Column, Count
from tests.figures.counting.given import WOMAN, fact
from tests.figures.pages.given import reading

ROWS = [
    ("partners", Dimension.CATEGORY),
    ("ML06", Dimension.REGION),
    ("f", Dimension.SEX),
    ("adult", Dimension.AGE_GROUP),
    ("2014-03", Dimension.MONTH),
    ("2014-Q1", Dimension.QUARTER),
    ("2014", Dimension.YEAR),
    ("2013/14", Dimension.BUDGET_YEAR),
    ("unheard-of", Dimension.CATEGORY),
]
pytestmark = pytest.mark.usefixtures("database")


def test_every_measure_column_and_dimension_has_words() -> None:
    assert set(labels.MEASURES) == set(Measure)
    assert set(labels.COLUMNS) == set(Column)
    assert set(labels.DIMENSIONS) == set(Dimension)


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [
        (Count(3098), "3\u202f098", "3,098"),
        (Count(-9), "−9", "−9"),
        (Count(3000, at_least=True), "au moins 3\u202f000", "at least 3,000"),
    ],
)
def test_numbers_are_written_as_each_language_does(
    count: Count, french: str, english: str
) -> None:
    with force_locale("fr"):
        assert labels.count(count) == french
    with force_locale("en"):
        assert labels.count(count) == english


def test_a_published_open_figure_keeps_its_own_wording() -> None:
    with force_locale("fr"):
        assert labels.published(Count(3000, at_least=True)) == "plus de 3\u202f000"
        assert labels.published(Count(358)) == "358"


def test_rows_of_each_dimension_have_their_names() -> None:
    shown = reading([fact(1, "partners", sex=WOMAN)])
    with force_locale("fr"):
        names = labels.names(shown)
        assert [names.row(code, dimension) for code, dimension in ROWS] == [
            "Partenaires",
            "Tombouctou",
            "Féminin",
            "Adultes",
            "mars 2014",
            "T1 2014",
            "2014",
            "2013/14",
            "unheard-of",
        ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["Gao"], "Gao"), (["Gao", "Kidal"], "Gao et Kidal"), ("abc", "a, b et c")],
)
def test_a_list_in_a_sentence_ends_with_and(words: list[str], expected: str) -> None:
    with force_locale("fr"):
        assert labels.listed(words) == expected
