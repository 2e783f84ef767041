"""Writing facts in bulk, with their sessions and persons, and packed as the ledger packs them.

The rows of participations behind them are left out, as no total reads them.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial
from secrets import randbits
from typing import Any

import numpy as np
from sqlalchemy import Connection, Engine, text

from bench.figures.facts import RECORDED, SESSION, Reference
from lms.figures.ledger.records import EPOCH, OUTCOMES, PHASES, SEXES, Array
from lms.people.kinds import AgeGroup

Fill = Callable[[str, str, Iterable[tuple[Any, ...]]], None]
"""Writes rows into columns of a table."""

UNBOUND = 1_000_000_000
"""Numbers of participations from here on have no row."""
BATCH = 100_000
TABLES = "('fact', 'fact_block', 'person', 'training_session')"
INDEXES_OF_SQLITE = (
    "SELECT name, sql FROM sqlite_master"  # noqa: S608 - our own names
    f" WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN {TABLES}"
)
INDEXES_OF_POSTGRESQL = (
    "SELECT indexname, indexdef FROM pg_indexes"  # noqa: S608 - our own names
    f" WHERE tablename IN {TABLES} AND indexname::regclass NOT IN"
    " (SELECT conindid FROM pg_constraint)"
)
"""Those that no constraint needs."""
FACT = (
    "id, training_session_id, participation_id, person_id, at_least, outcome, category_id, sex,"
    " age_group, place_id, programme_id, course_id, phase, last_day, minutes, rule_version,"
    " recorded_at, retracted_at"
)
PERSON = "id, surname, given_names, folded_name, sort_name, sex, category_id, created_at"
HELD = (
    "id, reference, short_code, course_version_id, place_id, first_day, last_day, venue, phase,"
    " delivery, languages, status, status_reason, created_at, names_movements, revision"
)


def write(engine: Engine, made: Array, known: Reference) -> None:
    """Write facts, their sessions and persons, and the packs, into an empty ledger."""
    if engine.dialect.name == "sqlite":
        # A connection of its own does not ask for foreign keys.
        with closing(sqlite3.connect(engine.url.database or "")) as connection:
            with _indexed_at_the_end(connection.cursor(), INDEXES_OF_SQLITE):
                _write(partial(_insert, connection.cursor()), made, known)
            connection.commit()
        return
    with closing(engine.raw_connection()) as raw:
        cursor = raw.cursor()
        cursor.execute("SET session_replication_role = replica")
        with _indexed_at_the_end(cursor, INDEXES_OF_POSTGRESQL):
            _write(partial(_copy, cursor), made, known)
        raw.commit()
        raw.invalidate()


@contextmanager
def _indexed_at_the_end(
    cursor: Any,  # noqa: ANN401 - of either driver
    known: str,
) -> Iterator[None]:
    """Take the indexes away and make them anew afterwards: sorting once is quicker by far."""
    indexes = list(cursor.execute(known).fetchall())
    for name, _made in indexes:
        cursor.execute(f"DROP INDEX {name}")
    yield
    for _name, made in indexes:
        cursor.execute(made)


def _write(fill: Fill, made: Array, known: Reference) -> None:
    fill("person", PERSON, _persons(int(made["person"].max()), known))
    fill("training_session", HELD, _sessions(made, known))
    fill("fact", FACT, _facts(made))
    _pack(fill, made)


def _persons(count: int, known: Reference) -> Iterator[tuple[Any, ...]]:
    for it in range(1, count + 1):
        folded = f"exemple p{it}"
        yield it, "Exemple", f"P{it}", folded, folded, "m", known.categories[0], RECORDED


def _sessions(made: Array, known: Reference) -> Iterator[tuple[Any, ...]]:
    firsts = made[np.unique(made["training_session"], return_index=True)[1]]
    versions = {it[0]: it[1] for it in known.courses}
    usual = ("", "induction", "classroom", '["fr"]', "closed", "", RECORDED, False, 1)
    fields = [firsts[it].tolist() for it in ("training_session", "course", "place", "day")]
    for held, course, place, number in zip(*fields, strict=True):
        day = EPOCH + timedelta(days=number)
        yield held, f"B-{held}", f"{held:08d}", versions[course], place, day, day, *usual


def _facts(made: Array) -> Iterator[tuple[Any, ...]]:
    days = {it: EPOCH + timedelta(days=it) for it in np.unique(made["day"]).tolist()}
    for start in range(0, made.size, BATCH):
        some = made[start : start + BATCH]
        for it in zip(
            *(
                some[name].tolist()
                for name in (
                    "fact",
                    "training_session",
                    "person",
                    "outcome",
                    "category",
                    "column",
                    "place",
                    "programme",
                    "course",
                    "phase",
                    "day",
                    "recorded",
                    "retracted",
                )
            ),
            strict=True,
        ):
            fact, held, person, outcome, category, column, place, programme, course, phase = it[
                :10
            ]
            day, recorded, retracted = it[10:]
            yield (
                fact,
                held,
                UNBOUND + fact,
                person,
                False,
                str(OUTCOMES[outcome]),
                category,
                str(SEXES[column % 3]),
                str(AgeGroup.ADULT),
                place,
                programme,
                course,
                str(PHASES[phase]),
                days[day],
                360,
                1,
                _moment(recorded),
                _moment(retracted) if retracted else None,
            )


@lru_cache(SESSION)  # the facts of a session were recorded at once
def _moment(number: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=number)


def _pack(fill: Fill, made: Array) -> None:
    """Pack the facts session by session, as lms/figures/ledger/blocks.py does."""
    days = {it: EPOCH + timedelta(days=it) for it in np.unique(made["day"]).tolist()}
    months = {number: it.year * 12 + it.month - 1 for number, it in days.items()}

    def blocks() -> Iterator[tuple[int, int, bytes]]:
        for start in range(0, made.size, SESSION):
            some = made[start : start + SESSION]
            yield months[int(some["day"][0])], int(some["training_session"][0]), some.tobytes()

    fill("fact_block", "month, training_session_id, content", blocks())
    fill(
        "ledger_month",
        "month, stamp",
        ((it, randbits(62)) for it in sorted(set(months.values()))),
    )


def _insert(
    cursor: sqlite3.Cursor, table: str, columns: str, rows: Iterable[tuple[Any, ...]]
) -> None:
    places = ", ".join("?" * len(columns.split(",")))
    cursor.executemany(
        f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608 - our own names
        (tuple(map(_plain, row)) for row in rows),
    )


def _copy(
    cursor: Any,  # noqa: ANN401 - the driver's own
    table: str,
    columns: str,
    rows: Iterable[tuple[Any, ...]],
) -> None:
    with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")  # noqa: S608


@lru_cache(BATCH)  # a day and a moment come again and again
def _plain(it: object) -> object:
    """Return a value as SQLite keeps it."""
    if isinstance(it, datetime):
        return it.strftime("%Y-%m-%d %H:%M:%S.%f")
    return it.isoformat() if isinstance(it, date) else it


def size_mb(connection: Connection) -> float:
    """Return what the database takes on disk."""
    query = (
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        if connection.dialect.name == "sqlite"
        else "SELECT pg_database_size(current_database())"
    )
    return round(float(connection.execute(text(query)).scalar_one()) / 1e6, 1)
