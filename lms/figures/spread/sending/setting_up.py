"""Making the tables, on the servers and where the coordinator sees all of them as one."""

from collections.abc import Iterable, Mapping, Sequence
from secrets import token_hex

from psycopg.errors import InsufficientPrivilege
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.schema import CreateSchema, CreateTable, DropSchema

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.figures.spread import parts
from lms.figures.spread.errors import MayNotSetUp
from lms.figures.spread.sending.holding import alone
from lms.figures.spread.servers import PATIENCE, Server, ask, servers

AT_ONCE = "1000"
"""Rows that travel together."""
NAMED = "kalanso_part_{number}"
"""What the coordinator calls a server."""


def set_up(*, actor: Actor) -> int:
    """Make everything anew, empty, and return over how many servers; 0 when Citus knows them.

    Whatever was spread before is thrown away: it is a copy, and can be sent again.
    """
    require(actor, "ledger.spread", Role.ADMINISTRATOR, system=True)
    those, token = servers(), token_hex(16)
    named = [it for it in those if it.number]
    try:
        with alone() as holding:
            if named:
                ask(named, lambda server, connection: _on_server(server, connection, token))
            _on_coordinator(holding, named, token)
            holding.commit()
    except (InsufficientPrivilege, ProgrammingError) as error:
        if not isinstance(getattr(error, "orig", error), InsufficientPrivilege):
            raise
        raise MayNotSetUp from error
    audit.record("ledger:spread", "fact", changes={"servers": len(named)}, actor=actor)
    return len(named)


def _on_server(server: Server, connection: Connection, token: str) -> None:
    connection.execute(DropSchema(parts.SERVER, cascade=True, if_exists=True))
    connection.execute(CreateSchema(parts.SERVER))
    parts.kept.create_all(connection)
    connection.execute(insert(parts.part_of).values(token=token, number=server.number))


def _on_coordinator(connection: Connection, named: Sequence[Server], token: str) -> None:
    _run(connection, _former(connection))
    connection.execute(DropSchema(parts.COORDINATOR, cascade=True, if_exists=True))
    connection.execute(CreateSchema(parts.COORDINATOR))
    own = [it for it in parts.known.sorted_tables if it is not parts.spread_fact]
    parts.known.create_all(connection, tables=own)
    if named:
        _run(connection, _foreign(named))
    else:
        parts.spread_fact.create(connection)
        _run(connection, [f"SELECT create_distributed_table('{parts.spread_fact}', 'person')"])
    connection.execute(insert(parts.spread_over).values(token=token, servers=len(named)))


def _former(connection: Connection) -> Iterable[str]:
    """Return what takes away the servers of an earlier set-up, with all that hangs on them."""
    asked = text("SELECT srvname FROM pg_foreign_server WHERE srvname ~ :named")
    found = connection.scalars(asked, {"named": f"^{NAMED.format(number='[0-9]+')}$"})
    return [f"DROP SERVER {it} CASCADE" for it in found]


def _foreign(named: Sequence[Server]) -> Iterable[str]:
    """Return what puts a partition of the facts on each server, by the hash of the person."""
    yield "CREATE EXTENSION IF NOT EXISTS postgres_fdw"
    made = str(CreateTable(parts.spread_fact).compile(dialect=db.engine.dialect))
    yield f"{made} PARTITION BY HASH (person)"
    for it in named:
        name = NAMED.format(number=it.number)
        yield (
            f"CREATE SERVER {name} FOREIGN DATA WRAPPER postgres_fdw"
            f" OPTIONS ({_options(_where(it))})"
        )
        yield f"CREATE USER MAPPING FOR CURRENT_USER SERVER {name} OPTIONS ({_options(_who(it))})"
        yield (
            f"CREATE FOREIGN TABLE {parts.COORDINATOR}.fact_{it.number}"
            f" PARTITION OF {parts.spread_fact}"
            f" FOR VALUES WITH (MODULUS {it.of}, REMAINDER {it.number - 1}) SERVER {name}"
            f" OPTIONS (schema_name '{parts.SERVER}', table_name 'fact')"
        )


def _run(connection: Connection, statements: Iterable[str]) -> None:
    """Run statements as they stand; an error of theirs never repeats a password in them."""
    for it in statements:
        connection.connection.cursor().execute(it.encode())


def _where(server: Server) -> Mapping[str, str]:
    url = server.url
    secured = {name: str(it) for name, it in url.query.items() if name.startswith("ssl")}
    return secured | {
        "host": str(url.host or url.query.get("host", "localhost")),
        "port": str(url.port or url.query.get("port", "5432")),
        "dbname": url.database or "postgres",
        "batch_size": AT_ONCE,
        "fetch_size": AT_ONCE,
        "connect_timeout": str(PATIENCE),
        "keep_connections": "off",
    }


def _who(server: Server) -> Mapping[str, str]:
    found = {"user": server.url.username, "password": server.url.password}
    return {name: value for name, value in found.items() if value}


def _options(those: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {_quoted(value)}" for name, value in those.items())


def _quoted(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
