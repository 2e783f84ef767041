from fractions import Fraction

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.people.kinds import Sex
from lms.quizzes import errors, labels
from lms.quizzes.kinds import QuestionType
from lms.quizzes.rules import Fault

pytestmark = pytest.mark.usefixtures("database")

SPACE = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("points", "possible", "needed", "said"),
    [
        (
            Fraction(8),
            10,
            Fraction(7),
            {
                "fr": f"Vous avez huit bonnes réponses sur 10{SPACE}; il en fallait sept.",
                "en": "You have eight right answers out of 10; you needed seven.",
            },
        ),
        (
            Fraction(1),
            9,
            Fraction(63, 10),
            {
                "fr": f"Vous avez une bonne réponse sur neuf{SPACE}; il en fallait sept.",
                "en": "You have one right answer out of nine; you needed seven.",
            },
        ),
        (
            Fraction(0),
            3,
            Fraction(0),
            {
                "fr": f"Vous n’avez aucune bonne réponse sur trois{SPACE}; il en fallait 0.",
                "en": "You have no right answer out of three; you needed 0.",
            },
        ),
        (
            Fraction(15, 2),
            10,
            Fraction(7),
            {
                "fr": f"Votre note est de 7,5 sur 10{SPACE}; il en fallait 7.",
                "en": "Your score is 7.5 out of 10; you needed 7.",
            },
        ),
    ],
)
def test_a_score_is_a_sentence(
    app: Flask, points: Fraction, possible: int, needed: Fraction, said: dict[str, str]
) -> None:
    for locale, sentence in said.items():
        with app.test_request_context(), force_locale(locale):
            assert labels.score(points, possible, needed) == sentence


@pytest.mark.parametrize(
    ("sex", "fr"),
    [(Sex.FEMALE, "Admise"), (Sex.MALE, "Admis"), (Sex.UNSPECIFIED, "Réussi")],
)
def test_the_verdict_agrees_with_the_person(app: Flask, sex: Sex, fr: str) -> None:
    with app.test_request_context(), force_locale("fr"):
        assert labels.verdict(passed=True, sex=sex) == fr
        assert labels.verdict(passed=False, sex=sex) == "Non réussi"
    with app.test_request_context(), force_locale("en"):
        assert labels.verdict(passed=True, sex=sex) == "Passed"


def test_the_right_answers_needed_are_whole(app: Flask) -> None:
    with app.test_request_context(), force_locale("en"):
        assert labels.needed(9, 70) == "To pass, seven right answers are needed."
        assert labels.needed(20, 70) == "To pass, 14 right answers are needed."
    with app.test_request_context(), force_locale("fr"):
        assert labels.needed(1, 70) == "Pour réussir, il faut une bonne réponse."


def test_everything_that_can_go_wrong_has_a_sentence() -> None:
    assert labels.FAULTS.keys() == set(Fault)
    assert labels.TYPES.keys() == set(QuestionType)
    for kind in labels.REFUSALS:
        assert labels.refusal(kind("attempt:1")).endswith(".")
    assert errors.NotOpen in labels.REFUSALS


def test_a_form_offers_each_type_once() -> None:
    assert [it.value for it in labels.types()] == ["single", "multiple"]
