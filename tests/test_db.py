from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, delete, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from lms.accounts.actors import SYSTEM
from lms.accounts.models import AuditEntry, User
from lms.db import Base, lock, prepare_sqlite
from lms.errors import NotFound
from lms.extensions import db
from tests.factories.accounts import UserFactory
from tests.factories.sessions import FacilitatorFactory

PATIENCE = 0.3

pytestmark = pytest.mark.usefixtures("database")


def store_and_read(at: datetime) -> datetime:
    db.session.add(AuditEntry(at=at, actor_kind=SYSTEM.kind, action="a", target="b"))
    db.session.commit()
    return db.session.scalars(select(AuditEntry.at)).one()


def test_an_instant_comes_back_in_utc() -> None:
    noon_in_paris = datetime(2014, 3, 12, 12, tzinfo=timezone(timedelta(hours=1)))
    read = store_and_read(noon_in_paris)
    assert (read.hour, read.tzinfo) == (11, UTC)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(StatementError, match="needs a time zone"):
        store_and_read(datetime(2014, 3, 12, 12))  # noqa: DTZ001 - the mistake under test


def test_an_enumeration_is_stored_as_its_value() -> None:
    UserFactory.create()
    assert db.session.execute(text('SELECT role FROM "user"')).scalar_one() == "trainer"


def test_a_row_others_point_to_stays() -> None:
    FacilitatorFactory.create()
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        db.session.execute(delete(User))


def one_table(folder: Path, *, reads: bool) -> Engine:
    """Return an SQLite database with a table of one number."""
    engine = create_engine(f"sqlite:///{folder / 'one.sqlite'}")
    prepare_sqlite(engine, lambda: reads)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE IF NOT EXISTS it (number INTEGER)"))
    return engine


def test_on_sqlite_a_writer_waits_before_its_first_read(tmp_path: Path) -> None:
    engine = one_table(tmp_path, reads=False)

    def second() -> int:
        with engine.begin() as connection:
            return int(connection.execute(text("SELECT count(*) FROM it")).scalar_one())

    with ThreadPoolExecutor() as pool:
        with engine.begin() as connection:
            late = pool.submit(second)
            assert not wait([late], timeout=PATIENCE).done, "what it read would be stale"
            connection.execute(text("INSERT INTO it VALUES (1)"))
        assert late.result() == 1
    engine.dispose()


@pytest.mark.parametrize("reads", [True, False], ids=["page", "option"])
def test_on_sqlite_who_only_reads_does_not_wait(tmp_path: Path, reads: bool) -> None:
    engine = one_table(tmp_path, reads=False)
    reading = (
        one_table(tmp_path, reads=True) if reads else engine.execution_options(reads_only=True)
    )
    with engine.begin() as writer, reading.begin() as reader:
        writer.execute(text("INSERT INTO it VALUES (1)"))
        assert reader.execute(text("SELECT count(*) FROM it")).scalar_one() == 0
    engine.dispose()
    reading.dispose()


def test_every_constraint_has_a_name_a_migration_can_use() -> None:
    nameless = [
        f"{table.name}: {type(it).__name__}"
        for table in Base.metadata.tables.values()
        for it in table.constraints
        if not it.name
    ]
    assert not nameless


def test_an_error_does_not_repeat_what_was_written() -> None:
    UserFactory.create(email="awa@example.org", name="Awa Exemple")
    with pytest.raises(IntegrityError) as caught:
        UserFactory.create(email="awa@example.org", name="Awa Exemple")
    assert "Awa Exemple" not in str(caught.value)


def test_a_row_that_is_gone_cannot_be_locked() -> None:
    user = UserFactory.create()
    db.session.execute(delete(User), execution_options={"synchronize_session": False})
    with pytest.raises(NotFound, match="user:"):
        lock(user)
