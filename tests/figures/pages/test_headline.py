from datetime import date

import pytest
from flask_babel import force_locale

from lms.figures.counting.questions import Measure
from lms.figures.pages.headline import headline
from tests.figures.counting.given import MINOR, SENSITIZED, UNKNOWN, WOMAN, fact
from tests.figures.pages.given import reading

pytestmark = pytest.mark.usefixtures("database")
PEOPLE = [
    fact(1, "partners"),
    fact(2, "partners", sex=WOMAN),
    fact(3, "partners", sex=WOMAN, age_group=MINOR),
    fact(4, "partners", SENSITIZED, sex=UNKNOWN),
    fact(1, "partners", last_day=date(2014, 6, 1), training_session=2),
]


@pytest.mark.parametrize(
    ("measure", "figure", "sentence"),
    [
        (Measure.PERSONS_TRAINED, "3", "3 persons were trained."),
        (Measure.PERSONS_SENSITIZED, "1", "1 person was sensitized by name."),
        (Measure.PARTICIPATIONS, "4", "4 participations in completed training."),
        (Measure.PARTICIPATIONS_ALL, "5", "5 participations in all."),
    ],
)
def test_each_measure_has_its_own_sentence(measure: Measure, figure: str, sentence: str) -> None:
    with force_locale("en"):
        shown = headline(reading(PEOPLE), measure)
    assert shown.figure == figure
    assert shown.sentence == f"From 1 January 2014 to 31 December 2014, {sentence}"
    assert shown.participations == "4 participations in completed training (5 in all)."


@pytest.mark.parametrize("measure", [*Measure][:4])
def test_nobody_is_said_in_words(measure: Measure) -> None:
    with force_locale("fr"):
        shown = headline(reading(), measure)
    assert "aucune p" in shown.sentence
    assert shown.women == ""
    assert shown.parts == []


def test_shares_have_no_decimals_in_a_sentence() -> None:
    with force_locale("fr"):
        shown = headline(reading(PEOPLE), Measure.PERSONS_TRAINED)
    assert shown.women == "2 d’entre elles sont des femmes et des filles (67\u202f%)."
    with force_locale("en"):
        shown = headline(reading(PEOPLE), Measure.PARTICIPATIONS)
    assert shown.women == "2 of them are by women and girls (50 per cent)."


def test_the_bar_holds_every_part_that_somebody_is_in() -> None:
    with force_locale("en"):
        shown = headline(reading(PEOPLE), Measure.PARTICIPATIONS_ALL)
    assert [it.kind for it in shown.parts] == ["men", "women", "girls", "unspecified"]
    assert shown.all_parts == "2 men, 1 woman, 1 girl, 1 not specified"
    last = shown.parts[-1]
    assert 99 < last.start + last.share <= 100
