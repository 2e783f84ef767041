"""What tests of reports start from: a closed session, and a report that two people made of it."""

from datetime import date, datetime, timedelta
from pathlib import Path

from flask.testing import FlaskClient

from lms.accounts.actors import Actor, Role
from lms.extensions import db
from lms.figures.counting.periods import Window
from lms.figures.reports import services
from lms.figures.reports.models import Report
from lms.lib.keys import Key
from tests.factories.accounts import UserFactory
from tests.figures.given import NOW

PUBLISHED = NOW + timedelta(hours=1)
WINDOW = Window(date(2010, 1, 1), date(2014, 12, 31))


def head() -> Actor:
    """Return a unit head of their own account."""
    actor: Actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    return actor


def prepared(**changes: object) -> Report:
    """Return a report that is not published."""
    report = services.prepare(window=WINDOW, now=NOW, actor=head(), **changes)  # type: ignore[arg-type]  # as given
    db.session.commit()
    return report


def published(tmp_path: Path, report: Report | None = None, at: datetime = PUBLISHED) -> Report:
    """Return a report published by somebody else."""
    report = report or prepared()
    key = Key.kept_at(tmp_path / "key")
    services.publish(report=report, clock=lambda: at, key=key, actor=head())
    db.session.commit()
    return report


def begin(author: FlaskClient, **more: str) -> str:
    """Return the address of a report just prepared."""
    answer = author.post("/reports/new", data={"first": WINDOW.first, "last": WINDOW.last, **more})
    assert answer.status_code == 302
    return str(answer.location)
