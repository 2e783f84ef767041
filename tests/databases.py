"""Databases for tests: a file each on SQLite; on PostgreSQL one a worker, emptied after each.

The schema is made once, by the migrations, and copied from then on.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, make_url, text

Build = Callable[[str], None]
"""Make the schema in the empty database at an address."""

SERVER = os.environ.get("LMS_TEST_DATABASE_URL", "")
ON_POSTGRESQL = bool(SERVER)
TEMPLATE = "lms_template"
PROCEDURES = Path(__file__).with_suffix(".sql")


def address(name: str) -> str:
    """Return the address of a database of the server under test."""
    return make_url(SERVER).set(database=name).render_as_string(hide_password=False)


@contextmanager
def _server() -> Iterator[Connection]:
    """Yield a connection that can make databases, one worker at a time."""
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(1)"))
        yield connection
        connection.execute(text("SELECT pg_advisory_unlock(1)"))
    engine.dispose()


def _make(connection: Connection, name: str, template: str) -> bool:
    """Make a database unless it is there; tell whether it was made."""
    ask = text("SELECT 1 FROM pg_database WHERE datname = :name")
    if connection.execute(ask, {"name": name}).first():
        return False
    connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    return True


def of_worker(worker: str, folder: Path, build: Build) -> str:
    """Return the address of the worker's own database, its schema made.

    On SQLite it is the file to copy for each test.
    """
    if not ON_POSTGRESQL:
        path = folder / "template.sqlite"
        build(f"sqlite:///{path}")
        return f"sqlite:///{path}"
    with _server() as connection:
        if _make(connection, TEMPLATE, "template0"):
            build(address(TEMPLATE))
            _run(address(TEMPLATE), PROCEDURES.read_text(encoding="utf-8"))
            _keeper(address(TEMPLATE)).dispose()  # or nothing can be copied from it
        _make(connection, f"lms_{worker}", TEMPLATE)
    return address(f"lms_{worker}")


@contextmanager
def of_test(worker_address: str, folder: Path) -> Iterator[str]:
    """Yield the address of a database without rows, for one test."""
    if not ON_POSTGRESQL:
        path = folder / "lms.sqlite"
        for written in folder.glob("lms.sqlite-*"):  # by whoever was here before
            written.unlink()
        shutil.copyfile(make_url(worker_address).database or "", path)
        yield f"sqlite:///{path}"
        return
    yield worker_address
    empty(worker_address)


@contextmanager
def without_schema(folder: Path, name: str) -> Iterator[str]:
    """Yield the address of a database without tables, thrown away afterwards."""
    if not ON_POSTGRESQL:
        yield f"sqlite:///{folder / f'{name}.sqlite'}"
        return
    with _server() as connection:
        _make(connection, name, "template0")
    yield address(name)
    with _server() as connection:
        connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))


def empty(database: str) -> None:
    """Delete every row and start numbering anew."""
    _run(database, "SELECT aside.empty()")


def keep(database: str) -> None:
    """Set a copy of every row aside, for ``bring_back``."""
    _run(database, "SELECT aside.keep()")


def bring_back(database: str) -> None:
    """Make every row, and what the next is numbered, as it was when they were kept."""
    _run(database, "SELECT aside.bring_back()")


@cache
def _keeper(database: str) -> Engine:
    """Return what looks after this worker's database; its one connection stays."""
    return create_engine(database, pool_size=1)


def _run(database: str, statements: str) -> None:
    with _keeper(database).begin() as connection:
        # As they stand: a sign of per cent is no place for a value.
        connection.connection.cursor().execute(statements)
