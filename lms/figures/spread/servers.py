"""The servers, and asking all of them at once: either every one answers, or nobody did."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from flask import current_app
from sqlalchemy import URL, Connection, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from lms.extensions import db
from lms.figures.spread.errors import NoServers, OnlyPostgres, ServerAway

Answer = TypeVar("Answer")
PATIENCE = 5
"""Seconds until a server that says nothing counts as away."""
CITUS = "SELECT count(*) FROM pg_extension WHERE extname = 'citus'"
BROKEN = ("08", "57P")
"""How the codes of errors begin that tell of a lost connection, or of a server that stops."""


@dataclass(frozen=True, slots=True)
class Server:
    """One of the servers that keep facts.

    ``number`` counts from 1; 0 is the coordinator, which asks those that Citus knows.
    """

    number: int
    of: int
    url: URL = field(repr=False)


Question = Callable[[Server, Connection], Answer]


def servers() -> Sequence[Server]:
    """Return the servers named, or the coordinator where Citus is installed.

    Raises ``OnlyPostgres`` or ``NoServers`` where there are none.
    """
    if db.engine.dialect.name != "postgresql":
        raise OnlyPostgres
    if has_citus():
        return [Server(0, 0, db.engine.url)]
    urls = current_app.config["LEDGER_SERVERS"]
    if not urls:
        raise NoServers
    return [Server(number, len(urls), make_url(it)) for number, it in enumerate(urls, start=1)]


def has_citus() -> bool:
    """Return whether Citus is installed in the coordinator's database."""
    with db.engine.connect() as connection:
        return bool(connection.scalar(text(CITUS)))


def ask(those: Sequence[Server], question: Question[Answer]) -> list[Answer]:
    """Return the answer of each server, all asked at once.

    Raises ``ServerAway`` for the first that does not answer; the others' answers are dropped.
    """
    with ThreadPoolExecutor(max_workers=len(those)) as pool:
        return list(pool.map(lambda it: _asked(it, question), those))


def _asked(server: Server, question: Question[Answer]) -> Answer:
    patience = {"connect_timeout": PATIENCE, "tcp_user_timeout": PATIENCE * 1000}
    engine = create_engine(
        server.url, poolclass=NullPool, connect_args=patience, hide_parameters=True
    )
    try:
        with engine.begin() as connection:
            return question(server, connection)
    except DBAPIError as error:
        if not is_away(error):
            raise
        raise ServerAway(server.number, server.of) from error


def is_away(error: DBAPIError) -> bool:
    """Return whether an error tells of a server that does not answer."""
    state = getattr(error.orig, "sqlstate", None)
    return error.connection_invalidated or state is None or state.startswith(BROKEN)
