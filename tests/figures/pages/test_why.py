import pytest
from flask_babel import force_locale

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure, Question, Scope
from lms.figures.counting.values import Column
from lms.figures.pages.behind import Asked
from lms.figures.pages.why import WHOLE, in_both_languages, paragraph
from lms.figures.totals import Reading
from tests.figures.counting.given import SENSITIZED, TRAINED, WOMAN, fact, headcount
from tests.figures.examples.lists import GAO, RECYCLAGE, facts
from tests.figures.pages.given import YEAR, reading

pytestmark = pytest.mark.usefixtures("database")
FORCES = facts(GAO, RECYCLAGE)
"""The two lists of the national forces: 46 and 40 rows, 22 people on both (R3)."""


def asked(measure: Measure = Measure.PERSONS_TRAINED) -> Question:
    return Question(scope=Scope(window=YEAR), measure=measure)


def said(found: Reading, cell: Asked = WHOLE, measure: Measure = Measure.PERSONS_TRAINED) -> str:
    with force_locale("en"):
        return paragraph(found, asked(measure), cell)


def test_why_55_and_not_74() -> None:
    found = said(reading(FORCES))
    assert found.startswith(
        "The number is 55 and not 74: that is how many participations in completed training there"
        " were, and 19 of them are of persons counted already, each of whom counts once."
    )
    assert found.endswith(
        "Besides, 9 persons came and were not trained: sensitized, and never added."
    )


def test_it_is_said_in_french_with_its_typography() -> None:
    found = in_both_languages(reading(FORCES), asked())["fr"]
    assert found.startswith(
        "Le nombre est de 55 et non de 74\u00a0: c’est celui des participations à une formation"
        " aboutie, dont 19 sont celles de personnes déjà comptées, chacune ne comptant qu’une"
        " fois."
    )
    assert found.endswith(
        "En outre, 9 personnes sont venues sans être formées\u00a0: sensibilisées, elles ne"
        " s’ajoutent jamais."
    )


def test_the_women_of_the_total_have_a_reason_of_their_own() -> None:
    assert said(reading(FORCES), Asked(key="total", column=Column.WOMEN)).startswith(
        "The number is 15 "
    )


def test_the_participations_say_why_74_and_not_55() -> None:
    found = said(reading(FORCES), measure=Measure.PARTICIPATIONS)
    assert found.startswith("The number is 74 and not 55: that is how many persons were trained")
    assert found.endswith("86 participations: the others did not complete a training.")


def test_whoever_stands_in_two_lines_is_said() -> None:
    found = said(reading([fact(1, "partners"), fact(1, "society", training_session=2)]))
    assert "Adding up the lines would give 2" in found


def test_nobody_twice_is_said() -> None:
    assert "nobody comes twice" in said(reading([fact(1, "partners"), fact(2, "society")]))


def test_people_without_names_stand_apart() -> None:
    heads = [headcount("society", 120, TRAINED)]
    assert "Apart stand 120 people" in said(reading([fact(1, "society")], heads))


def test_a_doubt_gives_bounds() -> None:
    found = reading([fact(1, "partners"), fact(2, "partners")])
    found.open_pairs = [(2, 1)]
    assert "1 is to be checked: the number lies between 1 and 2" in said(found)


def test_a_headcount_is_never_a_number_of_persons() -> None:
    heads = [headcount("society", 3098, at_least=True)]
    found = said(reading([], heads), measure=Measure.HEADCOUNT_SENSITIZED)
    assert "at least 3,098 people counted without names" in found


def test_who_was_sensitized_and_trained_later_is_not_in_the_number() -> None:
    counted = [
        fact(1, "partners", SENSITIZED),
        fact(1, "partners", training_session=2),
        fact(2, "partners", SENSITIZED),
    ]
    found = said(reading(counted), measure=Measure.PERSONS_SENSITIZED)
    assert found.startswith("The number is 1 and not 2: that is how many participations trained")


@pytest.mark.parametrize(
    ("key", "words"),
    [("overlap", "below zero"), ("partners/unspecified", "known more precisely elsewhere")],
)
def test_lines_that_only_follow_say_so(key: str, words: str) -> None:
    counted = [
        fact(1, "partners-un"),
        fact(1, "society", training_session=2),
        fact(2, "partners", sex=WOMAN),
    ]
    assert words in said(reading(counted), Asked(key=key))


def test_of_a_row_without_parts_everything_is_unspecified() -> None:
    counted = [fact(1, "partners"), fact(2, "partners-un", SENSITIZED)]
    cell = Asked(key="partners/unspecified")
    found = said(reading(counted), cell, Measure.PARTICIPATIONS_ALL)
    assert found.endswith("trained or not; 1 of them completed a training.")


def test_a_row_of_a_second_dimension_is_counted_alone() -> None:
    counted = [fact(1, "partners"), fact(1, "partners", training_session=2, region="ML06")]
    cell = Asked(key="partners", within=(Dimension.REGION, "ML06"))
    assert "nobody comes twice" in said(reading(counted), cell)
    assert "and not 2" in said(reading(counted), Asked(key="partners"))


def test_of_nobody_there_is_nothing_to_say() -> None:
    assert said(reading()) == ""


def test_a_line_that_does_not_exist_is_no_key() -> None:
    with pytest.raises(KeyError):
        said(reading([fact(1, "partners")]), Asked(key="nowhere"))
