"""The ledger on three private servers: its tests, one of them killed in the middle, and times.

python -m bench.spread [--facts N]
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from time import perf_counter
from typing import TypeVar

import numpy as np
from flask import Flask

from bench import killing
from bench.applications import application
from bench.figures import building, facts
from bench.figures.facts import RECORDED
from bench.servers import LEDGER, PrivateServer, started
from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.figures import totals
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.counting.tables import Table
from lms.figures.spread import totals as spread
from lms.figures.spread.sending import batches, setting_up
from lms.figures.spread.totals import SpreadReading
from tools import postgres

KALANSO = "kalanso"
FACTS = 200_000
TIMES = 3
TRAINED, CATEGORY, MONTH = Measure.PERSONS_TRAINED, Dimension.CATEGORY, Dimension.MONTH
ALL = killing.ALL
QUESTIONS = {
    "persons_24m": Scope(window=Window(date(2012, 1, 1), date(2013, 12, 31))),
    "persons_10y": ALL,
    "as_of": Scope(
        window=Window(date(2012, 1, 1), date(2013, 12, 31)), as_of=RECORDED.replace(hour=1)
    ),
    "pivot_month": ALL,
}
Tables = Mapping[str, Table]
Result = TypeVar("Result")


def figures(count: int = FACTS) -> Iterator[str]:
    """Yield a line for whatever was proved or measured."""
    binaries = postgres.programs()
    if binaries is None:
        yield "spread: no PostgreSQL here"
        return
    with ExitStack() as stack:
        three = [stack.enter_context(started(binaries)) for _ in "123"]
        yield f"spread, the ledger's tests on three servers: {_tested(three)}"
        app = stack.enter_context(_application(three[0]))
        with app.app_context():
            known = facts.reference()
            building.write(db.engine, facts.records(count, known, np.random.default_rng(7)), known)
            three[0].run("VACUUM ANALYZE", database=KALANSO)
            yield f"one database, {count} facts: {_megabytes(three[0], KALANSO):.0f} MB"
            yield from _one_database(count)
            for number in (1, 2, 3):
                yield from _measured(app, three[:number], count)
            yield from killing.figures(app, three[2])


def _tested(three: Sequence[PrivateServer]) -> str:
    """Run the tests of the ledger on the servers, and return what they came to."""
    environment = os.environ | {
        "LMS_TEST_DATABASE_URL": three[0].address,
        "LMS_TEST_LEDGER_SERVERS": " ".join(it.ledger for it in three),
    }
    rooms = ("tests/figures/ledger", "tests/figures/spread")
    words = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *rooms]
    told = subprocess.run(words, check=False, env=environment, capture_output=True, text=True)
    if told.returncode:
        sys.exit(told.stdout[-4000:])
    return told.stdout.strip().splitlines()[-1]


@contextmanager
def _application(first: PrivateServer) -> Iterator[Flask]:
    """Yield an application whose database is on the first server."""
    first.run(f"CREATE DATABASE {KALANSO} TEMPLATE template0")
    with application(LMS_DATABASE_URL=first.at(KALANSO)) as app:
        yield app


def _one_database(count: int) -> Iterator[str]:
    """Ask the ledger of one database, first with nothing read and then again."""
    for name, scope in QUESTIONS.items():
        times = [_timed(partial(_read, name, scope))[1] for _ in "12"]
        told = " then ".join(f"{it:.2f} s" for it in times)
        yield f"one database, {count} facts, {name}: {told}"


def _read(name: str, scope: Scope) -> Tables:
    return _tables(name, totals.read(scope=scope, actor=SYSTEM))


def _measured(app: Flask, those: Sequence[PrivateServer], count: int) -> Iterator[str]:
    """Spread the facts over some of the servers, and ask."""
    app.config["LEDGER_SERVERS"] = tuple(it.ledger for it in those)
    setting_up.set_up(actor=SYSTEM)
    _sent, took = _timed(lambda: batches.send(actor=SYSTEM))
    db.session.commit()
    for it in those:
        it.run("VACUUM ANALYZE", database=LEDGER)
    head = f"spread, {count} facts, {len(those)} servers"
    yield f"{head}, sent: {took:.1f} s, {sum(map(_megabytes, those)):.0f} MB"
    for name, scope in QUESTIONS.items():
        expected = _read(name, scope)
        asked = [_timed(partial(_answer, name, scope)) for _ in range(TIMES)]
        if any(found != expected for found, _took in asked):
            sys.exit(f"{head}, {name}: not what one database says")
        longest = max(_alone(name, scope))
        yield (
            f"{head}, {name}: {min(took for _found, took in asked):.2f} s"
            f", the longest of them alone {longest:.2f} s"
        )


def _alone(name: str, scope: Scope) -> Iterator[float]:
    """Yield how long each server takes while the others rest, as on a machine of its own."""
    reading = spread.read(scope=scope, actor=SYSTEM)
    for it in reading.servers:
        one = replace(reading, servers=[it])
        yield min(_timed(partial(_tables, name, one))[1] for _ in range(TIMES))


def _answer(name: str, scope: Scope) -> Tables:
    return _tables(name, spread.read(scope=scope, actor=SYSTEM))


def _megabytes(server: PrivateServer, database: str = LEDGER) -> float:
    return server.ask(f"SELECT pg_database_size('{database}')") / 1e6


def _tables(name: str, reading: totals.Reading | SpreadReading) -> Tables:
    if name == "pivot_month":
        return reading.across(TRAINED, CATEGORY, MONTH)
    return {"": reading.table(TRAINED)}


def _timed(act: Callable[[], Result]) -> tuple[Result, float]:
    start = perf_counter()
    found = act()
    return found, perf_counter() - start


def main() -> int:
    """Print the figures of a ledger of that many facts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--facts", type=int, default=FACTS)
    for line in figures(parser.parse_args().facts):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
