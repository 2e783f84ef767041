"""What tests of jobs start from: a maker, and somebody who asks."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

import lms.db
from lms.accounts.actors import Role
from lms.accounts.models import User
from lms.extensions import db
from lms.jobs import services
from lms.jobs.makers import MAKERS, Advance, Made, Maker, Order
from lms.jobs.models import Job
from tests.factories.accounts import UserFactory

NOW = datetime(2014, 4, 1, 9, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
KIND = "of a test"


def made(parts: Iterable[bytes]) -> Made:
    return Made(file_name="it.csv", media_type="text/csv", parts=parts)


def plain(order: Order, advance: Advance) -> Made:
    """Make a file that says for whom it is."""
    advance(0.5)
    return made([b"for ", order.by.encode()])


@contextmanager
def maker(make: Maker = plain) -> Iterator[None]:
    """Let a worker know how to make what tests ask for."""
    MAKERS[KIND] = make
    try:
        yield
    finally:
        del MAKERS[KIND]


def head(**changes: object) -> User:
    user: User = UserFactory.create(role=Role.UNIT_HEAD, **changes)
    return user


def asked(user: User | None = None, now: datetime = NOW) -> Job:
    """Return a job that waits, committed."""
    actor = (user or head()).actor
    job = services.ask(kind=KIND, asked={"from": "2014"}, locale="fr", now=now, actor=actor)
    db.session.commit()
    return job


@contextmanager
def another_writer(
    monkeypatch: pytest.MonkeyPatch, *, refused: int
) -> Iterator[sqlite3.Connection]:
    """Yield a writer beside all others, who wait for nothing; it ends once it stopped so many."""
    impatient = ("busy_timeout = 0", *lms.db.SQLITE_PRAGMAS[1:])
    monkeypatch.setattr(lms.db, "SQLITE_PRAGMAS", impatient)
    db.session.rollback()
    engine, stopped = db.engine, []
    engine.dispose()
    other = sqlite3.connect(
        str(engine.url.database), isolation_level=None, check_same_thread=False
    )

    def leave(_context: object) -> None:
        stopped.append(1)
        if len(stopped) == refused:
            other.execute("ROLLBACK")

    event.listen(engine, "handle_error", leave)
    try:
        with closing(other):
            yield other
    finally:
        event.remove(engine, "handle_error", leave)
        engine.dispose()
    assert len(stopped) >= refused
