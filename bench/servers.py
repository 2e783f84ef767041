"""Private servers of PostgreSQL, several at once, that can be killed and started again."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.pool import NullPool

from tools import postgres

LEDGER = "ledger"
"""The database of each server that keeps facts."""
MEMORY = "-c work_mem=64MB"


@dataclass
class PrivateServer:
    """A server in a folder of its own."""

    binaries: Path
    folder: Path
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        """Where its first database is."""
        return postgres.address(self.folder)

    @property
    def ledger(self) -> str:
        """Where its facts are, and how much memory one step of counting them may take."""
        url = make_url(self.at(LEDGER)).update_query_dict({"options": MEMORY})
        return url.render_as_string()

    def at(self, database: str) -> str:
        """Where another of its databases is."""
        return make_url(self.address).set(database=database).render_as_string()

    def kill(self) -> None:
        """Stop it as a crash would."""
        postgres.kill(self.process)

    def start_again(self) -> None:
        """Start it on the data that it has, and wait until it answers."""
        self.process = postgres.serve(self.binaries, self.folder)
        postgres.wait_for(self.process, self.binaries, self.folder)

    def run(self, *statements: str, database: str = "postgres") -> None:
        """Run statements outside of a transaction."""
        with self._connected(database) as connection:
            for it in statements:
                connection.execute(text(it))

    def ask(self, question: str) -> int:
        """Return the number that answers a question about the whole server."""
        with self._connected("postgres") as connection:
            return int(connection.scalar(text(question)) or 0)

    def _connected(self, database: str) -> Connection:
        engine = create_engine(self.at(database), isolation_level="AUTOCOMMIT", poolclass=NullPool)
        return engine.connect()


@contextmanager
def started(binaries: Path) -> Iterator[PrivateServer]:
    """Yield a new server with a database for facts; it is gone afterwards."""
    folder = Path(mkdtemp(prefix="lms-pg-", dir=postgres.SHORT))
    server = None
    try:
        server = PrivateServer(binaries, folder, postgres.start(binaries, folder))
        postgres.wait_for(server.process, binaries, folder)
        server.run(
            f"CREATE DATABASE {LEDGER} TEMPLATE template0",
            # What a server has said to keep must be there after it was killed.
            f"ALTER DATABASE {LEDGER} SET synchronous_commit = on",
        )
        yield server
    finally:
        if server is not None and server.process.poll() is None:
            postgres.stop(server.process)
        shutil.rmtree(folder, ignore_errors=True)
