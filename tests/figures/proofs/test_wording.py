import pytest
from flask import Flask
from flask_babel import force_locale

from lms.figures.proofs.differences import Difference, Kind
from lms.figures.proofs.wording import FIELDS, line
from lms.figures.source import wanted
from lms.sessions.outcome import Outcome

TRAINED = Outcome.TRAINED


def said(app: Flask, lang: str, kind: Kind, **more: object) -> str:
    values = {"participation_id": 3, "headcount_id": None, "field": "outcome"} | more
    found = Difference(kind=kind, training_session_id=2, **values)  # type: ignore[arg-type]  # so
    with app.app_context(), force_locale(lang):
        return line(found)


def test_every_field_has_a_word() -> None:
    assert tuple(FIELDS) == wanted.FIELDS


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "session 2, participation 3: the fact is missing, it should say trained"),
        ("fr", "session 2, participation 3\u00a0: le fait manque, il devrait dire trained"),
    ],
)
def test_a_missing_fact(app: Flask, lang: str, words: str) -> None:
    assert said(app, lang, Kind.MISSING, should=TRAINED) == words


def test_packs_are_named_by_their_session(app: Flask) -> None:
    words = "session 2: totals are counted over facts packed otherwise"
    assert said(app, "en", Kind.PACKED) == words


def test_a_headcount_is_named_as_one(app: Flask) -> None:
    heads = {"participation_id": None, "headcount_id": 5}
    assert said(app, "en", Kind.SUPERFLUOUS, has=TRAINED, **heads) == (
        "session 2, headcount 5: the fact says trained, there should be none"
    )


def test_a_value_nobody_gave_and_one_of_two_are_words(app: Flask) -> None:
    told = said(app, "fr", Kind.DIFFERENT, field="at_least", has=None, should=True)
    assert told.endswith("le champ «\u00a0au moins\u00a0» dit rien, il devrait dire oui")
