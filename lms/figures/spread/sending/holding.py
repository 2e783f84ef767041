"""Letting one at a time change what is spread."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, func, select

from lms.extensions import db
from lms.figures.spread.errors import BeingSent

LOCK = 0x6B616C61
"""Of the coordinator's locks the one that is held meanwhile."""


@contextmanager
def alone() -> Iterator[Connection]:
    """Yield a connection to the coordinator that nobody else has meanwhile.

    The lock goes with the connection, so that whoever lost it can mark nothing complete.
    """
    with db.engine.connect() as connection:
        if not connection.scalar(select(func.pg_try_advisory_lock(LOCK))):
            raise BeingSent
        connection.commit()
        try:
            yield connection
        finally:
            connection.rollback()
            connection.execute(select(func.pg_advisory_unlock(LOCK)))
            connection.commit()
