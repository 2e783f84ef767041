"""Whether the installation can work: its database answers and has the newest schema."""

from dataclasses import dataclass

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from lms.extensions import db


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What was found, in the words of ``/healthz``."""

    database: bool
    migrations: bool

    @property
    def good(self) -> bool:
        """Whether everything was found in order."""
        return self.database and self.migrations


def examine() -> Health:
    """Ask the database, on a connection of its own that holds no lock."""
    try:
        with db.engine.connect().execution_options(reads_only=True) as connection:
            connection.execute(text("SELECT 1"))
            return Health(database=True, migrations=_at_head(connection))
    except SQLAlchemyError:
        return Health(database=False, migrations=False)


def _at_head(connection: Connection) -> bool:
    config = current_app.extensions["migrate"].migrate.get_config()
    heads = ScriptDirectory.from_config(config).get_heads()
    return set(MigrationContext.configure(connection).get_current_heads()) == set(heads)
