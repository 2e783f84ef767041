import pytest
from flask_babel import force_locale

from lms.figures.sentences import numbers
from tests.figures.sentences.given import cell

pytestmark = pytest.mark.usefixtures("database")


def test_numbers_under_ten_are_words() -> None:
    with force_locale("en"):
        assert [numbers.spelled(it) for it in (2, 9, 10, 1234)] == ["two", "nine", "10", "1,234"]


def test_a_threshold_keeps_its_figure_in_french() -> None:
    for locale, five in (("fr", "5"), ("en", "five")):
        with force_locale(locale):
            assert numbers.threshold(5) == five
            assert numbers.threshold(10) == "10"


def test_a_quantity_is_exact_open_small_or_withheld() -> None:
    with force_locale("fr"):
        asked = [numbers.of_women(cell(it)) for it in (1, 2, "≥3000", "≥1", "<5", "s")]
    assert asked == [
        "une femme",
        "deux femmes",
        "au moins 3\u202f000 femmes",
        "au moins une femme",
        "moins de 5 femmes",
        "",
    ]


def test_men_boys_and_others_have_their_words() -> None:
    with force_locale("fr"):
        assert numbers.of_men(cell(1)) == "un homme"
        assert numbers.of_boys(cell(2)) == "deux garçons"
        assert numbers.unspecified(cell(12)) == "12 sans précision"


def test_women_and_girls_are_named_as_what_they_are() -> None:
    with force_locale("fr"):
        said = [numbers.of_women_and_girls(*it) for it in ((2, 0), (0, 1), (2, 1))]
    assert said == ["deux femmes", "une fille", "trois femmes et filles"]
