"""Three servers for the ledger: those named in the environment, or three databases of one."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Executable, Row, create_engine, make_url, text
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import DropSchema

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.spread import parts, totals
from lms.figures.spread.sending import batches, setting_up
from lms.figures.spread.sending.batches import Sent
from tests import databases

NAMED = os.environ.get("LMS_TEST_LEDGER_SERVERS", "").split()
DAY = date(2014, 3, 14)
YEAR = Scope(window=Window(date(2014, 1, 1), date(2014, 12, 31)))
on_postgresql = pytest.mark.one_engine(
    "postgresql", reason="SQLite is one file, which nothing can be spread over"
)


def command(address: str, *statements: str) -> None:
    """Run statements on the server of an address, outside of a transaction and of its database."""
    url = make_url(address).set(database="template1")
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        for it in statements:
            connection.execute(text(it))


@cache
def addresses(own: str) -> Sequence[str]:
    """Return the addresses of three servers: those named, or databases beside one's own."""
    if NAMED:
        return NAMED
    names = [f"{make_url(own).database}_{it}" for it in (1, 2, 3)]
    command(own, *(f'CREATE DATABASE "{it}" TEMPLATE template0' for it in names))
    return [databases.address(it) for it in names]


def named(app: Flask) -> list[str]:
    """Return the addresses of three servers that hold nothing, known to the application."""
    own = app.config["SQLALCHEMY_DATABASE_URI"]
    found = list(addresses(own))
    for it in found:
        on(it, DropSchema(parts.SERVER, cascade=True, if_exists=True))
    on(own, DropSchema(parts.COORDINATOR, cascade=True, if_exists=True))
    app.config["LEDGER_SERVERS"] = tuple(found)
    return found


@contextmanager
def away(address: str) -> Iterator[None]:
    """Let nobody into a server meanwhile."""
    name = make_url(address).database
    command(
        address,
        f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false',
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",  # noqa: S608 - our own name
    )
    yield
    command(address, f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')


def on(address: str, statement: Executable) -> Sequence[Row[*tuple[Any, ...]]]:
    """Run a statement on a server, and return its rows."""
    with create_engine(address, poolclass=NullPool).begin() as connection:
        found = connection.execute(statement)
        return found.all() if found.returns_rows else []


def spread() -> None:
    """Set the servers up and send them the ledger as it is."""
    setting_up.set_up(actor=SYSTEM)
    send()


def send() -> Sent | None:
    """Send what changed."""
    found = batches.send(actor=SYSTEM)
    db.session.commit()
    return found


def trained(scope: Scope = YEAR) -> int:
    """Return how many persons the servers count as trained."""
    table = totals.read(scope=scope, actor=SYSTEM).table(Measure.PERSONS_TRAINED)
    return table.total.total.value
