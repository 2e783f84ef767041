"""Three servers for the ledger: those named in the environment, or three databases of one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import create_engine, make_url, text

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.figures.spread.sending import batches, setting_up
from tests import databases

NAMED = os.environ.get("LMS_TEST_LEDGER_SERVERS", "").split()
on_postgresql = pytest.mark.one_engine(
    "postgresql", reason="SQLite is one file, which nothing can be spread over"
)


def command(*statements: str) -> None:
    """Run statements on the server under test, outside of a transaction."""
    engine = create_engine(databases.SERVER, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for it in statements:
            connection.execute(text(it))
    engine.dispose()


@contextmanager
def three(app: Flask) -> Iterator[list[str]]:
    """Yield the addresses of three servers that hold nothing, known to the application."""
    database = make_url(app.config["SQLALCHEMY_DATABASE_URI"]).database
    names = [] if NAMED else [f"{database}_part_{it}" for it in (1, 2, 3)]
    for it in names:
        command(f'DROP DATABASE IF EXISTS "{it}" WITH (FORCE)', f'CREATE DATABASE "{it}"')
    found = NAMED or [databases.address(it) for it in names]
    app.config["LEDGER_SERVERS"] = tuple(found)
    yield found
    for it in names:
        command(f'DROP DATABASE "{it}" WITH (FORCE)')


@contextmanager
def away(address: str) -> Iterator[None]:
    """Let nobody into a server meanwhile."""
    name = make_url(address).database
    command(
        f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false',
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",  # noqa: S608 - our own name
    )
    yield
    command(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')


def spread() -> None:
    """Set the servers up and send them the ledger as it is."""
    setting_up.set_up(actor=SYSTEM)
    batches.send(actor=SYSTEM)
    db.session.commit()
