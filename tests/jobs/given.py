"""What tests of jobs start from: a maker, and somebody who asks."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

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
