from enum import StrEnum

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.certificates import labels
from lms.certificates.kinds import Kind, Obstacle, Reason, State
from lms.certificates.values import Content
from lms.people.kinds import Sex
from tests.factories.certificates import make_content

CAPTAIN = {"rank_fr": "capitaine", "rank_en": "Captain"}
NO_RANK = {"rank_fr": "", "rank_en": ""}


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (labels.KINDS, Kind),
        (labels.STATES, State),
        (labels.LOOKS, State),
        (labels.REASONS, Reason),
        (labels.OBSTACLES, Obstacle),
    ],
)
def test_nothing_is_without_its_word(words: dict[StrEnum, object], kinds: type[StrEnum]) -> None:
    assert words.keys() == set(kinds)


@pytest.mark.parametrize(
    ("changes", "french", "english"),
    [
        (NO_RANK, "Mme Aïssata MAÏGA", "Ms. Aïssata MAÏGA"),
        (NO_RANK | {"sex": Sex.MALE}, "M. Aïssata MAÏGA", "Mr. Aïssata MAÏGA"),
        (NO_RANK | {"sex": Sex.UNSPECIFIED}, "Aïssata MAÏGA", "Aïssata MAÏGA"),
        ({}, "Mme Aïssata MAÏGA", "Ms. Aïssata MAÏGA"),
        (CAPTAIN, "Mme Aïssata MAÏGA", "Captain Aïssata MAÏGA"),
    ],
)
def test_a_name_is_led_by_what_leads_it_on_the_paper(
    app: Flask, changes: dict[str, object], french: str, english: str
) -> None:
    for locale, said in (("fr", french), ("en", english)):
        with app.test_request_context(), force_locale(locale):
            assert labels.name(make_content(**changes)) == said


def said_in(app: Flask, locale: str, content: Content) -> list[str]:
    with app.test_request_context(), force_locale(locale):
        words = (labels.title, labels.unit, labels.length, labels.place_and_days)
        return [word(content).replace("\u00a0", " ") for word in words]


def test_what_a_page_says_of_a_certificate_is_in_the_language_of_the_page(app: Flask) -> None:
    content = make_content(place_fr="Tombouctou", place_en="Timbuktu", minutes=150)
    assert said_in(app, "fr", content) == [
        "Protection de l’enfant en période de conflit armé",
        "Unité de protection de l’enfant",
        "2 heures 30 minutes",
        "Tombouctou, du 12 au 14 mars 2014",
    ]
    assert said_in(app, "en", content) == [
        "Protecting children in armed conflict",
        "Child Protection Unit",
        "2 hours 30 minutes",
        "Timbuktu, from 12 to 14 March 2014",
    ]
