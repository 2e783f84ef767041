from pathlib import Path

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM
from lms.figures import services as ledger, totals
from lms.figures.counting.questions import Measure, Scope
from lms.figures.release.cells import Audience
from lms.figures.reports.changes.difference import difference
from lms.figures.reports.copies import Copy
from lms.figures.reports.pages import moved, proofs, rehearsed, sentences, tables, told
from lms.sessions.models import PlaceLevel
from tests.factories.figures import FactFactory
from tests.factories.people import PersonFactory
from tests.factories.sessions import ParticipationFactory, PlaceFactory
from tests.figures.given import DAY, LATER, session_with
from tests.figures.reports.given import WINDOW, published


def test_a_frozen_table_is_shown_with_the_names_it_had(app: Flask) -> None:
    with app.test_request_context(), force_locale("fr"):
        fact = FactFactory.create()
        copy = rehearsed(totals.read(scope=Scope(window=WINDOW), actor=SYSTEM))
        was, fact.category.label_fr = fact.category.label_fr, "Autrement"
        shown = tables(copy)
        labels = [row.label for it in shown for row in it.rows]
        assert was in labels
        assert "Autrement" not in labels


def test_a_session_moved_to_another_region_is_told_line_by_line(
    app: Flask, tmp_path: Path
) -> None:
    with app.test_request_context(), force_locale("en"):
        training_session = session_with({PersonFactory.create(): "P" for _ in range(3)})
        report, before = published(tmp_path), training_session.place
        training_session.place = PlaceFactory.create()
        ledger.record_facts(training_session=training_session, now=LATER, actor=SYSTEM)
        found = difference(report, SYSTEM)
        trained = [it for it in moved(found) if it.label.startswith("Persons trained")]
        names = (before.name_en, training_session.place.name_en)
        labels = [f"Persons trained by region – {it}" for it in names]
        assert {it.label: (it.before, it.now, it.change) for it in trained} == {
            labels[0]: ("3", "0", "−3"),
            labels[1]: ("0", "3", "+3"),
        }
        assert f"{labels[0]}: 3 − 3 = 0." in proofs(found)
        [cause] = told(found, {})
        assert {labels[0]: "−3", labels[1]: "+3"}.items() <= {
            it.label: it.change for it in cause.lines
        }.items()


@pytest.mark.usefixtures("database")
def test_an_overlap_has_a_true_minus(tmp_path: Path) -> None:
    came = FactFactory.create(last_day=DAY)
    report = published(tmp_path)
    again = ParticipationFactory.create(person=came.person)
    FactFactory.create(participation=again, last_day=DAY, recorded_at=LATER)
    with force_locale("en"):
        found = moved(difference(report, SYSTEM))
    assert ("0", "−1") in [(it.before, it.now) for it in found if "Overlap" in it.label]


def test_a_cause_that_moves_no_number_says_so(app: Flask, tmp_path: Path) -> None:
    with app.test_request_context(), force_locale("en"):
        training_session = session_with({PersonFactory.create(): "P"})
        report, region = published(tmp_path), training_session.place
        training_session.place = PlaceFactory.create(parent=region, level=PlaceLevel.CERCLE)
        ledger.record_facts(training_session=training_session, now=LATER, actor=SYSTEM)
        [cause] = told(difference(report, SYSTEM), {})
        assert (cause.lines, cause.moves_nobody) == ([], True)


@pytest.mark.usefixtures("database")
def test_sentences_are_masked_for_whom_they_are_made(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "P" for _ in range(3)})
    content = published(tmp_path).content or {}
    with force_locale("en"):
        inside, outside = (sentences(Copy(it, content)) for it in Audience)
    assert inside[0].startswith("During the reporting period, three women were")
    assert outside[0].startswith("During the reporting period, fewer than five persons were")


@pytest.mark.usefixtures("database")
def test_sentences_of_a_report_say_who_is_to_be_checked(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "P" for _ in range(3)})
    doubt = {"line": "total", "doubtful": 1, "lowest": 2, "highest": 3}
    content = published(tmp_path).content or {}
    content = {**content, "ranges": [{"measure": str(Measure.PERSONS_TRAINED), **doubt}]}
    with force_locale("en"):
        said = sentences(Copy(Audience.INSIDE, content))
    assert said[1].startswith("One of these persons is to be checked: the number lies between 2")
