"""Publishing beside a session that closes, and twice at once: totals are of one moment."""

from pathlib import Path

import pytest
from flask import Flask

from lms.accounts.actors import SYSTEM, Actor
from lms.errors import NotFound
from lms.extensions import db
from lms.figures.counting.questions import Measure
from lms.figures.reports import queries, services
from lms.figures.reports.changes.causes import CauseKind
from lms.figures.reports.changes.difference import difference
from lms.figures.reports.models import Report
from lms.lib.keys import Key
from lms.sessions import services as sessions
from lms.sessions.models import TrainingSession
from tests.factories.people import PersonFactory
from tests.figures.given import NOW, session_with
from tests.figures.reports.given import PUBLISHED, head, prepared
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")


def publish(code: str, folder: Path, actor: Actor) -> Report:
    key = Key.kept_at(folder / "key")
    report = queries.get(code, actor)
    return services.publish(report=report, clock=lambda: PUBLISHED, key=key, actor=actor)


def close(session_id: int) -> None:
    training_session = db.session.get_one(TrainingSession, session_id)
    sessions.close(training_session=training_session, now=NOW, actor=SYSTEM)


def waiting() -> tuple[str, int]:
    """Return the code of a report and the number of a session, neither of them finished."""
    code = prepared().code
    number = session_with({PersonFactory.create(): "P"}, close=False).id
    db.session.commit()
    return code, number


def test_a_session_that_closes_while_a_report_is_published_is_late(
    app: Flask, tmp_path: Path
) -> None:
    code, number = waiting()
    publish(code, tmp_path, head())
    second_after(app, lambda: close(number)).result()
    db.session.rollback()
    report = queries.get(code, SYSTEM)
    assert report.fact_runs == []
    found = difference(report, SYSTEM)
    told = [(it.cause.kind, it.of(Measure.PERSONS_TRAINED)) for it in found.changes]
    assert told == [(CauseKind.LATE_SESSION, 1)]


def test_a_report_published_while_a_session_closes_waits_and_counts_it(
    app: Flask, tmp_path: Path
) -> None:
    code, number = waiting()
    actor = head()
    close(number)
    second_after(app, lambda: publish(code, tmp_path, actor).id).result()
    db.session.rollback()
    report = queries.get(code, SYSTEM)
    assert report.content is not None
    assert report.content["facts"]["persons"] == 1
    assert difference(report, SYSTEM).changes == []


def test_two_who_publish_at_once_publish_once(app: Flask, tmp_path: Path) -> None:
    code, _number = waiting()
    one, other = head(), head()
    publish(code, tmp_path, one)
    late = second_after(app, lambda: publish(code, tmp_path, other).id)
    assert isinstance(late.exception(), services.AlreadyPublished)


def test_a_report_deleted_while_somebody_publishes_it_is_gone(app: Flask, tmp_path: Path) -> None:
    code, _number = waiting()
    services.discard(report=queries.get(code, SYSTEM), actor=head())
    late = second_after(app, lambda: publish(code, tmp_path, head()).id)
    assert isinstance(late.exception(), NotFound)
