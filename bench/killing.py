"""A server killed while rows arrive: nothing new counts, and then everything does, once."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from time import perf_counter, sleep

from flask import Flask
from flask_babel import force_locale
from sqlalchemy import update

from bench.servers import PrivateServer
from lms.accounts.actors import SYSTEM
from lms.clock import now
from lms.extensions import db
from lms.figures import ledger, totals
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.counting.tables import Table
from lms.figures.models import Fact
from lms.figures.spread import totals as spread, wording
from lms.figures.spread.errors import SpreadError
from lms.figures.spread.sending import batches, checking

ALL = Scope(window=Window(date(2010, 1, 1), date(2019, 12, 31)))
CORRECTED = 1_000
"""Sessions corrected while a server is killed."""
PATIENCE = 60.0


def figures(app: Flask, server: PrivateServer) -> Iterator[str]:
    """Kill a server while a correction is sent; then start it, and send that again."""
    before = _one()
    _correct()

    def send() -> None:
        with app.app_context():
            batches.send(actor=SYSTEM)

    with ThreadPoolExecutor() as pool:
        sending = pool.submit(send)
        _wait_for_rows(server)
        server.kill()
        yield f"spread, a server killed while rows arrive: {_refused(sending.result)}"
    yield f"spread, asked meanwhile: {_refused(_several)}"
    server.start_again()
    if _several() != before:
        sys.exit("what arrived in part counts")
    yield "spread, once it is back: what counted before, and nothing of what arrived in part"
    sent = batches.send(actor=SYSTEM)
    db.session.commit()
    if sent is None or _several() != _one() or _one() == before:
        sys.exit("what was sent again does not count")
    if batches.send(actor=SYSTEM) is not None or checking.check(actor=SYSTEM).differing:
        sys.exit("the servers do not hold what the ledger does")
    yield f"spread, sent again: {sent.facts} facts, each counts once, as in one database"


def _one() -> Table:
    return totals.read(scope=ALL, actor=SYSTEM).table(Measure.PERSONS_TRAINED)


def _several() -> Table:
    return spread.read(scope=ALL, actor=SYSTEM).table(Measure.PERSONS_TRAINED)


def _correct() -> None:
    """Retract a third of the facts of some sessions."""
    sessions = range(1, CORRECTED + 1)
    db.session.execute(
        update(Fact)
        .where(
            Fact.training_session_id.in_(sessions), Fact.retracted_at.is_(None), Fact.id % 3 == 0
        )
        .values(retracted_at=now()),
        execution_options={"synchronize_session": False},
    )
    ledger.keep(sessions)
    db.session.commit()


def _wait_for_rows(server: PrivateServer) -> None:
    """Return once rows come in at a server."""
    writing = (
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'INSERT INTO kalanso_part.fact%'"
    )
    until = perf_counter() + PATIENCE
    while not server.ask(writing):
        if perf_counter() > until:
            sys.exit("nothing arrives")
        sleep(0.01)


def _refused(act: Callable[[], object]) -> str:
    """Return in which words an act is refused."""
    try:
        act()
    except SpreadError as error:
        with force_locale("en"):
            return wording.refused(error)
    sys.exit("a server is away, and there is an answer")
