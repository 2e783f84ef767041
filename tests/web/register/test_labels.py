from collections.abc import Iterator

import pytest
from flask import Flask

from lms.people.kinds import DoubtKind, Verdict
from lms.people.matching.levels import Field
from lms.web.register import labels


@pytest.fixture(autouse=True)
def _english(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield


def test_every_kind_field_and_verdict_has_words() -> None:
    assert set(labels.KINDS) == set(labels.SHORT_KINDS) == set(DoubtKind)
    assert set(labels.FIELDS) == set(Field)
    assert set(labels.VERDICTS) == set(Verdict)


def test_the_sentence_says_what_agrees_and_what_does_not() -> None:
    evidence = {
        "surname": "same",
        "given": "close",
        "phone": "same",
        "rank": "different",
        "number": "unknown",
    }
    assert labels.why(evidence) == (
        "Alike: surname, phone. Nearly alike: given names. Different: rank."
    )


def test_without_evidence_it_says_so() -> None:
    assert labels.why({}) == "Nothing else is known of either."


@pytest.mark.parametrize(
    ("thousandths", "words"),
    [
        (1000, "Almost certainly the same person"),
        (650, "Probably the same person"),
        (649, "Perhaps the same person"),
        (0, "Probably two persons, but it must be asked"),
    ],
)
def test_likelihood_is_said_in_words(thousandths: int, words: str) -> None:
    assert labels.likelihood(thousandths) == words
