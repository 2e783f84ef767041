"""The range of a figure, as pages and files say it."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

from lms.accounts.actors import SYSTEM
from lms.figures import exports, totals
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.counting.ranges import Range
from lms.figures.exports import Origin
from lms.figures.pages.headline import headline
from lms.figures.pages.sentences import in_both_languages
from lms.figures.pages.tables import show
from lms.figures.release import gate
from lms.figures.release.cells import Audience
from lms.figures.release.gate import Release
from lms.people import services
from lms.people.kinds import Verdict
from lms.people.models import Person, Suggestion
from tests.factories.people import CategoryFactory, PersonFactory, SuggestionFactory
from tests.figures.given import LATER, NOW, session_with

pytestmark = pytest.mark.usefixtures("database")
SCOPE = Scope(window=Window(date(2014, 1, 1), date(2014, 12, 31)))


@pytest.fixture(autouse=True)
def english(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield


@pytest.fixture
def doubt(database: None) -> Suggestion:
    """Three trained, of whom one may be another."""
    del database
    category = CategoryFactory.create(label_en="Sample guard")
    trained: list[Person] = PersonFactory.create_batch(3, category=category)
    session_with(dict.fromkeys(trained[:2], "PPP"))
    session_with({trained[2]: "PPP"})
    suggestion: Suggestion = SuggestionFactory.create(person=trained[2], candidate=trained[0])
    return suggestion


def release() -> Release:
    return gate.release(scope=SCOPE, audience=Audience.INSIDE, actor=SYSTEM)


def reading() -> totals.Reading:
    return totals.read(scope=SCOPE, actor=SYSTEM)


def test_a_provisional_person_is_counted_and_said(doubt: Suggestion) -> None:
    del doubt
    found = reading()
    total = found.table(Measure.PERSONS_TRAINED).total
    assert total.total.value == 3
    assert found.range(Measure.PERSONS_TRAINED, total) == Range(doubtful=1, lowest=2, highest=3)
    said = "of whom 1 to be checked: between 2 and 3"
    assert headline(found, Measure.PERSONS_TRAINED).range == said
    assert show(found, Measure.PERSONS_TRAINED).ranges == [
        f"Sample guard: {said}",
        f"Distinct persons: {said}",
    ]


def test_participations_stay_what_they_are(doubt: Suggestion) -> None:
    del doubt
    found = reading()
    total = found.table(Measure.PARTICIPATIONS).total
    assert found.range(Measure.PARTICIPATIONS, total) is None


def test_the_sentence_to_paste_says_it_in_both_languages(doubt: Suggestion) -> None:
    del doubt
    sentences = in_both_languages(reading())
    assert sentences["en"][1] == (
        "One of these persons is to be checked: the number lies between 2 and 3."
    )
    assert sentences["fr"][1].endswith("entre 2 et 3.")


def test_files_say_it_in_their_notes(doubt: Suggestion) -> None:
    del doubt
    notes = exports.notes(release(), Origin(by="x", now=NOW, is_sample=False))
    assert (
        notes[-1] == "Persons trained, Distinct persons: of whom 1 to be checked: between 2 and 3."
    )


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT])
def test_once_decided_there_is_no_range(doubt: Suggestion, verdict: Verdict) -> None:
    services.decide(suggestion=doubt, verdict=verdict, now=LATER, actor=SYSTEM)
    found = reading()
    assert found.range(Measure.PERSONS_TRAINED, found.table(Measure.PERSONS_TRAINED).total) is None
    assert headline(found, Measure.PERSONS_TRAINED).range == ""
    assert exports.doubts(release()) == []
