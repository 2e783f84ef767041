"""python -m bench.figures --facts N --engine sqlite|postgresql --json FILE.

Cold is a question asked of a process that has read nothing of the ledger; warm one of days that
nobody has asked of in the run, of a process that knows all months, with no answer stored. Of the
two services ``add_40`` and ``merge`` cold is the first call in the process and warm the second.

``peak_mb`` is the most memory the process held while it answered. DuckDB is asked first and
closed, the facts as they were made are let go of, and the peak is counted from there, where the
system can begin to count anew (Linux); else what building and DuckDB took is in it.
"""

import argparse
import gc
import json
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from pathlib import Path
from time import perf_counter

import numpy as np
from flask import Flask
from flask.testing import FlaskClient
from flask_login import FlaskLoginClient
from sqlalchemy import create_engine, text

from bench.applications import application
from bench.figures import asking, building, facts
from bench.figures.facts import Reference
from lms.accounts.actors import SYSTEM, Role
from lms.clock import now
from lms.extensions import db
from lms.figures import ledger, queries
from lms.figures.counting.periods import Window
from lms.people import services as people
from lms.people.models import Person
from lms.sessions import services as sessions
from lms.sessions.models import Place
from tests.factories.accounts import UserFactory
from tests.factories.sessions import (
    AttendanceMarkFactory,
    ParticipationFactory,
    SlotFactory,
    TrainingSessionFactory,
)
from tests.factories.unit import UnitProfileFactory
from tools import postgres

Times = dict[str, dict[str, float | None]]


@contextmanager
def on(engine: str) -> Iterator[Flask]:
    """Yield an application on an empty database of that engine."""
    if engine == "sqlite":
        with application() as app:
            yield app
        return
    binaries = postgres.programs()
    if binaries is None:
        sys.exit("no PostgreSQL here")
    with postgres.running(binaries) as address, application(LMS_DATABASE_URL=address) as app:
        yield app


def main() -> int:
    """Build, ask, compare and write; return 1 if the two do not agree."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--facts", type=int, required=True)
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    if not asking.no_days_twice():
        raise ValueError("a warm question was asked before")
    with on(asked.engine) as app:
        found, agreed = _measured(app, asked.facts)
    answer = {"engine": asked.engine, "facts": asked.facts, **found}
    print(json.dumps(answer, indent=2))
    if asked.json:
        asked.json.write_text(json.dumps(answer), "utf-8")
    return 0 if agreed else 1


def _measured(app: Flask, count: int) -> tuple[dict[str, object], bool]:
    with app.app_context():
        UnitProfileFactory.create()
        known = facts.reference()
        made = facts.records(count, known, np.random.default_rng(2013))
        start = perf_counter()
        building.write(db.engine, made, known)
        with db.engine.connect() as connection:
            size = building.size_mb(connection)
        if app.config["SQLALCHEMY_DATABASE_URI"].startswith("postgresql"):
            _analyse()
        print(f"built in {perf_counter() - start:.0f} s", file=sys.stderr)
        theirs = asking.Duck(made, list(queries.categories())).ask_all()
        del made
        _count_memory_anew()
        times, agreed = _asked(theirs)
    times |= _pages(app)
    with app.app_context():
        times["add_40"] = _twice(lambda: _add(known))
        times["merge"] = _twice(_merge)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"queries": times, "peak_mb": round(peak, 1), "size_mb": size}, agreed


def _analyse() -> None:
    with create_engine(db.engine.url, isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("VACUUM ANALYZE"))


def _count_memory_anew() -> None:
    """Let the peak be that of what follows, where the system can."""
    gc.collect()
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "ascii")


def _asked(theirs: asking.Theirs) -> tuple[Times, bool]:
    """Ask everything cold, of a process that has read nothing, then everything warm."""
    times: Times = {}
    agreed = True
    asked = asking.questions()
    for name, both in asked.items():
        ledger.forget()
        agreed &= _ask(name, "cold_s", both[0], theirs, times)
    _know_all_months()
    for name, both in asked.items():
        agreed &= _ask(name, "warm_s", both[1], theirs, times)
    return times, agreed


def _know_all_months() -> None:
    """Let the process have worked; that question counts for nothing."""
    asking.ours(asking.questions()["persons_10y"][0])


def _ask(name: str, kind: str, asked: asking.Asked, theirs: asking.Theirs, times: Times) -> bool:
    """Ask both, keep how long they took, and return whether they agree."""
    found, took = asking.ours(asked)
    told = times.setdefault(name, {"cold_s": None, "warm_s": None, "duckdb_s": None})
    told[kind] = took
    if asked.as_of is not None:
        return True
    answer, told["duckdb_s"] = theirs[asked]
    if dict(answer) == dict(found):
        return True
    print(f"{name}: the two do not agree", file=sys.stderr)
    return False


def _pages(app: Flask) -> Times:
    app.test_client_class = FlaskLoginClient
    with app.app_context():
        head = UserFactory.create(role=Role.UNIT_HEAD)
        browser = app.test_client(user=head)
    times: Times = {}
    for name, (address, cold, warm) in asking.pages().items():
        with app.app_context():
            ledger.forget()
        cold_s = _opened(browser, address, cold)
        with app.app_context():
            _know_all_months()
        warm_s = _opened(browser, address, warm)
        times[name] = {"cold_s": cold_s, "warm_s": warm_s, "duckdb_s": None}
    return times


def _opened(browser: FlaskClient, address: str, days: Window) -> float:
    """Return the seconds that a page of these days took."""
    start = perf_counter()
    answer = browser.get(f"{address}from={days.first}&to={days.last}")
    took = perf_counter() - start
    if answer.status_code != HTTPStatus.OK:
        sys.exit(f"{address}: {answer.status_code}")
    return took


def _twice(act: Callable[[], float]) -> dict[str, float | None]:
    return {"cold_s": act(), "warm_s": act(), "duckdb_s": None}


def _add(known: Reference) -> float:
    """Close a session of 40; return the seconds that the service and the commit took."""
    training_session = TrainingSessionFactory.create(place=db.session.get(Place, known.places[0]))
    slot = SlotFactory.create(training_session=training_session, position=1, minutes=360)
    for person in db.session.query(Person).limit(40):
        it = ParticipationFactory.create(
            training_session=training_session,
            person=person,
            category=person.category,
            outcome=None,
        )
        AttendanceMarkFactory.create(participation=it, slot=slot)
    db.session.refresh(training_session)
    db.session.expire_all()
    start = perf_counter()
    sessions.close(training_session=training_session, now=now(), actor=SYSTEM)
    db.session.commit()
    return perf_counter() - start


def _merge() -> float:
    """Join two persons who were in a session of their own; return the seconds that took."""
    one, other = (
        ParticipationFactory.create(outcome=None),
        ParticipationFactory.create(outcome=None),
    )
    for it in (one, other):
        slot = SlotFactory.create(training_session=it.training_session, position=1, minutes=360)
        AttendanceMarkFactory.create(participation=it, slot=slot)
        db.session.refresh(it.training_session)
        sessions.close(training_session=it.training_session, now=now(), actor=SYSTEM)
    db.session.commit()
    start = perf_counter()
    people.merge(merged=other.person, survivor=one.person, now=now(), actor=SYSTEM)
    db.session.commit()
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
