from datetime import date

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.courses import labels
from lms.courses.kinds import CertificateKind, CourseKind, VersionStatus
from lms.courses.parity import LANGUAGES, Gap, Part, Text
from lms.courses.rules import Force

pytestmark = pytest.mark.usefixtures("database")

FIRST = date(2014, 4, 1)


def test_every_kind_has_a_word() -> None:
    assert labels.KINDS.keys() == set(CourseKind)
    assert labels.CERTIFICATES.keys() == set(CertificateKind)
    assert labels.STATUSES.keys() == set(VersionStatus)


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gap_can_be_said(part: Part, language: str) -> None:
    sentence = labels.gap(Gap(part=part, language=language, number=7))
    assert sentence.endswith(".")
    assert "%(" not in sentence


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("fr", "Titre du module 2\N{NO-BREAK SPACE}: il manque l’anglais."),
        ("en", "Title of module 2: the English is missing."),
    ],
)
def test_a_gap_names_its_text_and_its_language(app: Flask, locale: str, said: str) -> None:
    with app.test_request_context(), force_locale(locale):
        assert labels.gap(Gap(part=Part.MODULE_TITLE, language="en", number=2)) == said


@pytest.mark.parametrize(
    ("force", "fr", "en"),
    [
        (Force(FIRST), "à partir du 1er avril 2014", "from 1 April 2014 on"),
        (
            Force(FIRST, date(2014, 5, 2)),
            "du 1er avril 2014 au 2 mai 2014",
            "from 1 April 2014 to 2 May 2014",
        ),
    ],
)
def test_days_in_force_are_said_in_both_languages(
    app: Flask, force: Force, fr: str, en: str
) -> None:
    for locale, said in (("fr", fr), ("en", en)):
        with app.test_request_context(), force_locale(locale):
            assert labels.days(force) == said


def test_a_text_that_is_missing_is_marked_in_the_table() -> None:
    text = Text(part=Part.TITLE, fr="Écouter", en="")
    (row,) = labels.parity_rows([text], [Gap(part=Part.TITLE, language="en")])
    assert (row.fr, row.en, row.lacking) == (True, False, True)


def test_a_gap_marks_its_own_text_alone() -> None:
    texts = [Text(part=Part.BODY, fr="Texte", en="Text", number=number) for number in (1, 2)]
    rows = labels.parity_rows(texts, [Gap(part=Part.BODY, language="en", number=2)])
    assert [row.lacking for row in rows] == [False, True]


def test_what_other_rooms_miss_in_a_language_stands_in_the_table_too() -> None:
    missing = [
        Gap(part=Part.QUESTION, language="fr", number=2),
        Gap(part=Part.QUESTION, language="en", number=2),
        Gap(part=Part.FEEDBACK, language="en", number=3),
        Gap(part=Part.QUESTIONS),
    ]
    question, feedback = labels.parity_rows([], missing)
    assert (question.fr, question.en, question.lacking) == (False, False, True)
    assert (feedback.fr, feedback.en, feedback.lacking) == (True, False, True)


def test_a_form_offers_each_word_once() -> None:
    offered = labels.choices(labels.KINDS)
    assert [it.value for it in offered] == ["training", "sensitization"]
