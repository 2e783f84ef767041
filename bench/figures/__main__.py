"""python -m bench.figures --facts N --engine sqlite|postgresql --json FILE."""

import argparse
import json
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from time import perf_counter

import numpy as np
from flask import Flask
from flask_login import FlaskLoginClient
from sqlalchemy import create_engine, text

from bench.applications import application
from bench.figures import asking, building, facts
from bench.figures.facts import Reference
from lms.accounts.actors import SYSTEM, Role
from lms.clock import now
from lms.extensions import db
from lms.figures import ledger, queries
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
PAGES = {
    "dashboard": (
        "/figures/?from=2012-01-01&to=2013-12-31",
        "/figures/?from=2014-01-01&to=2015-12-31",
    ),
    "drill_down": (
        "/figures/facts?line=total&from=2012-01-01&to=2013-12-31",
        "/figures/facts?line=total&from=2014-01-01&to=2015-12-31",
    ),
}


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
        duck = asking.Duck(made, list(queries.categories()))
        times, agreed = _asked(duck)
        del duck
    times |= _pages(app)
    with app.app_context():
        times["add_40"] = _twice(lambda: _add(known))
        times["merge"] = _twice(_merge)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"queries": times, "peak_mb": round(peak, 1), "size_mb": size}, agreed


def _analyse() -> None:
    with create_engine(db.engine.url, isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("VACUUM ANALYZE"))


def _asked(duck: asking.Duck) -> tuple[Times, bool]:
    """Ask everything cold, of a process that has read nothing, then everything warm."""
    times: Times = {}
    agreed = True
    asked = asking.questions()
    for name, both in asked.items():
        ledger.forget()
        agreed &= _ask(name, "cold_s", both[0], duck, times)
    asking.ours(asked["persons_10y"][0])  # the process has worked: it knows all months
    for name, both in asked.items():
        agreed &= _ask(name, "warm_s", both[1], duck, times)
    return times, agreed


def _ask(name: str, kind: str, asked: asking.Asked, duck: asking.Duck, times: Times) -> bool:
    """Ask both, keep how long they took, and return whether they agree."""
    found, took = asking.ours(asked)
    told = times.setdefault(name, {"cold_s": None, "warm_s": None, "duckdb_s": None})
    told[kind] = took
    if asked.as_of is not None:
        return True
    theirs, told["duckdb_s"] = duck.ask(asked)
    if dict(theirs) == dict(found):
        return True
    print(f"{name}: the two do not agree", file=sys.stderr)
    return False


def _pages(app: Flask) -> Times:
    app.test_client_class = FlaskLoginClient
    with app.app_context():
        head = UserFactory.create(role=Role.UNIT_HEAD)
        browser = app.test_client(user=head)
    times: Times = {}
    for name, (cold, warm) in PAGES.items():
        took = []
        for address in (cold, warm):
            start = perf_counter()
            answer = browser.get(address)
            took.append(perf_counter() - start)
            if answer.status_code != HTTPStatus.OK:
                sys.exit(f"{address}: {answer.status_code}")
        times[name] = {"cold_s": took[0], "warm_s": took[1], "duckdb_s": None}
    return times


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
