"""What every model stands on, what reads pass over, and how SQLite begins to write.

No web framework.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Engine,
    Enum,
    MetaData,
    TypeDecorator,
    event,
    orm,
    select,
)
from sqlalchemy.engine.interfaces import DBAPIConnection

from lms.errors import NotFound

# A named constraint can be altered by a later migration on either database.
CONSTRAINT_NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# First the patience: turning WAL on may itself have to wait.
SQLITE_PRAGMAS = ("busy_timeout = 5000", "journal_mode = WAL", "foreign_keys = ON")

# Stored as plain text, so that a new member needs no change of type.
TEXT_ENUM = Enum(
    StrEnum,
    native_enum=False,
    length=32,
    values_callable=lambda kind: [str(member) for member in kind],
)


class Instant(TypeDecorator[datetime]):
    """A moment in UTC; SQLite would otherwise give it back without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a time without a zone rather than guess one."""
        del dialect
        if value is not None and value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value}")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back UTC whatever the connection's own zone."""
        del dialect
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Base(orm.DeclarativeBase):
    """Parent of all models; ``Model.query`` is absent so that queries stay 2.0 style."""

    # Flask-SQLAlchemy copies this class, and only a registry survives the copy.
    registry: ClassVar[orm.registry] = orm.registry(
        metadata=MetaData(naming_convention=CONSTRAINT_NAMES),
        type_annotation_map={datetime: Instant(), StrEnum: TEXT_ENUM},
    )


class Withdrawable:
    """A row that a list brought and that was taken back with it: it stays, nothing reads it."""

    withdrawn_at: orm.Mapped[datetime | None] = orm.mapped_column()


WITH_WITHDRAWN = {"with_withdrawn": True}
"""Execution option of the few reads that must see such rows."""
NOT_WITHDRAWN = orm.with_loader_criteria(
    Withdrawable,
    lambda model: model.withdrawn_at.is_(None),
    include_aliases=True,
    propagate_to_loaders=False,
)


def pass_over_withdrawn(sessions: orm.scoped_session[Any]) -> None:
    """Leave withdrawn rows out of every select, unless it has ``WITH_WITHDRAWN``.

    Following a pointer from a row at hand, or reading that row again, is no such select.
    """

    @event.listens_for(sessions, "do_orm_execute")
    def _select(state: orm.ORMExecuteState) -> None:
        follows = state.is_column_load or state.is_relationship_load
        if state.is_select and not follows and not state.execution_options.get("with_withdrawn"):
            state.statement = state.statement.options(NOT_WITHDRAWN)


def lock(row: Base) -> None:
    """Wait for whoever else changes ``row``, then see it as they left it.

    The lock is asked of the row alone, for PostgreSQL locks nothing joined from the outside.
    SQLite knows no row lock; there the second writer already waited to begin. Raises
    ``NotFound`` where the other deleted it.
    """
    unit_of_work = orm.object_session(row)
    if unit_of_work is None:
        raise ValueError("only a row of a unit of work can be locked")
    unit_of_work.flush()  # reading the row again would drop what is not written yet
    mapper = orm.object_mapper(row)
    identity = orm.attributes.instance_state(row).identity  # asked so, it reads nothing again
    key = identity and identity[0]
    alone = select(*mapper.primary_key).where(mapper.primary_key[0] == key).with_for_update()
    if unit_of_work.execute(alone, execution_options=WITH_WITHDRAWN).first() is None:
        raise NotFound(f"{row.__tablename__}:{key}")
    unit_of_work.refresh(row)


def see_one_moment(unit_of_work: orm.Session) -> None:
    """Let what is read from now on be of one moment, and nothing be written; until a rollback.

    Several statements of a usual transaction on PostgreSQL each see the moment they begin.
    Whatever was begun is given up, so nothing may wait to be written.
    """
    if unit_of_work.new or unit_of_work.dirty or unit_of_work.deleted:
        raise ValueError("something waits to be written")
    unit_of_work.rollback()
    one_moment: dict[str, object] = {"reads_only": True}
    if unit_of_work.get_bind().dialect.name == "postgresql":
        one_moment = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    unit_of_work.connection(execution_options=one_moment)


def prepare_sqlite(engine: Engine, only_reads: Callable[[], bool]) -> None:
    """Let one writer at a time into SQLite, from before its first read; elsewhere do nothing.

    PostgreSQL locks rows instead. A unit of work may write unless ``only_reads`` or the
    execution option ``reads_only`` says otherwise.
    """
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def _connect(connection: DBAPIConnection, _record: object) -> None:
        # Left alone, the driver begins at the first change, when what was read may be stale.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in SQLITE_PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get("reads_only") or only_reads()
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
