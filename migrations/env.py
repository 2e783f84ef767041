"""How Alembic reaches the database: through the application whose context is open."""

from alembic import context
from flask import current_app
from sqlalchemy import types

db = current_app.extensions["migrate"].db


def render(kind: str, item: object, _context: object) -> str | bool:
    """Return a type of ours in plain words: it may have changed when the migration runs again."""
    if kind == "type" and type(item).__name__ == "Instant":
        return "sa.DateTime(timezone=True)"
    return False


def same_type(
    _context: object,
    _column: object,
    _metadata: object,
    stored: types.TypeEngine[object],
    declared: types.TypeEngine[object],
) -> bool | None:
    """Tell whether a type differs; None asks Alembic. SQLite stores enumerations as text."""
    if isinstance(declared, types.Enum) and isinstance(stored, types.String):
        return stored.length != declared.length
    return None


def run() -> None:
    """Run what was asked in one transaction: all of it holds, or nothing.

    SQLite changes a table by making it anew, and would delete its children with the old one
    while foreign keys are on; the switch is deaf inside a transaction.
    """
    with db.engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        driver = connection.connection.dbapi_connection
        if sqlite:
            driver.execute("PRAGMA foreign_keys = OFF")
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            render_as_batch=True,
            render_item=render,
            compare_type=same_type,
            transactional_ddl=True,
        )
        try:
            with context.begin_transaction():
                context.run_migrations()
                if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise RuntimeError("a row points at one that is not there")
        finally:
            if sqlite:
                driver.execute("PRAGMA foreign_keys = ON")


run()
