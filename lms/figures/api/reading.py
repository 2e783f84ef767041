"""Pages of facts, of reports and of what codes mean; nothing here counts or writes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import NotFound
from lms.extensions import db
from lms.figures.counting.questions import Scope
from lms.figures.models import Fact
from lms.figures.release import facts as gate
from lms.figures.reports import queries
from lms.figures.reports.models import Report, ReportState
from lms.figures.totals import Reading
from lms.people.models import Category
from lms.sessions.models import Place


def facts(
    *, scope: Scope, now: datetime, after: int, limit: int, actor: Actor
) -> tuple[Reading, Sequence[Fact]]:
    """Return facts that held at a moment, after one of them, and what they were read in.

    Without a moment it is ``now``; the next page asks for the same, so that all pages together
    are the facts of one moment. One fact more than ``limit`` says that there is a next page.
    """
    reading = gate.release(scope=replace(scope, as_of=scope.as_of or now), actor=actor)
    found = db.session.scalars(
        select(Fact)
        .where(Fact.id.in_(_page(reading, after, limit + 1)))
        .options(
            joinedload(Fact.category),
            joinedload(Fact.place),
            joinedload(Fact.programme),
            joinedload(Fact.course),
            joinedload(Fact.organisation),
        )
        .order_by(Fact.id)
    ).all()
    return reading, found


def reports(*, before: int, limit: int, actor: Actor) -> Sequence[Report]:
    """Return published reports, newest first, older than one of them, and one more."""
    require(actor, "report.read", Role.UNIT_HEAD, Role.ADMINISTRATOR)
    asked = select(Report).where(Report.state != ReportState.PREPARED)
    if before:
        asked = asked.where(Report.id < before)
    return db.session.scalars(
        asked.options(joinedload(Report.succeeds)).order_by(Report.id.desc()).limit(limit + 1)
    ).all()


def report(code: str, actor: Actor) -> Report:
    """Return a published report. Raises ``NotFound`` for any other."""
    found = queries.get(code, actor)
    if found.state is ReportState.PREPARED:
        raise NotFound(found.tag)
    return found


def categories(*, after: int, limit: int) -> Sequence[Category]:
    """Return categories in the order of the tables, after so many of them, and one more."""
    return db.session.scalars(
        select(Category)
        .options(joinedload(Category.parent))
        .order_by(Category.position, Category.id)
        .offset(after)
        .limit(limit + 1)
    ).all()


def places(*, release: str | None, after: int, limit: int) -> Sequence[Place]:
    """Return places of one release or of all, after one of them, and one more."""
    asked = select(Place).options(joinedload(Place.parent)).where(Place.id > after)
    if release is not None:
        asked = asked.where(Place.release == release)
    return db.session.scalars(asked.order_by(Place.id).limit(limit + 1)).all()


def _page(reading: Reading, after: int, most: int) -> list[int]:
    """Return the numbers of the facts that come next, persons and headcounts alike."""
    rows = reading.tally.rows
    found = np.concatenate([rows["fact"], rows.headcounts["fact"]])
    found = found[found > after]
    if found.size > most:
        found = np.partition(found, most - 1)[:most]
    page: list[int] = found.tolist()
    return page
