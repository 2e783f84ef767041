"""Sending what changed: rows first, to all servers; the mark that makes them count, last.

A batch holds everything that changed since the last complete one, as it was at one moment. A
session that changed is sent again as a whole; its former rows end with the batch, and are
deleted by nobody. What a batch that never became complete left behind counts nowhere, and is
cleared away by the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import (
    ARRAY,
    Connection,
    Integer,
    any_,
    delete,
    func,
    insert,
    literal,
    null,
    select,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.figures.models import Fact
from lms.figures.spread import parts
from lms.figures.spread.errors import NotArrived
from lms.figures.spread.sending.changes import forget_former, note_changes
from lms.figures.spread.sending.copying import as_kept
from lms.figures.spread.sending.holding import alone
from lms.figures.spread.servers import Server, ask, servers
from lms.figures.spread.standing import Standing, standing
from lms.lib.portions import portions

log = structlog.get_logger(__name__)
MANY = 10_000
"""From so many rows on, servers look anew at what they hold."""
MOST_SESSIONS = 5000
"""Whose former rows one statement ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a batch holds, and of which moment it tells."""

    number: int
    facts: int
    training_sessions: int
    moment: datetime


def send(*, actor: Actor) -> Sent | None:
    """Send everything that changed since the last time, and return it; None if nothing did.

    Sent again after whatever went wrong, it comes to the same. Raises a ``SpreadError`` when it
    did not arrive whole; what counted before still does.
    """
    require(actor, "ledger.spread", Role.ADMINISTRATOR, system=True)
    those = servers()
    with alone() as holding:
        before = standing(holding, those)
        ask(those, before.verify)
        number = begin(holding)
        try:
            sent = arrive(before, number)
            if sent is None:
                _drop(holding, number)
                return None
            complete(holding, those, sent)
        except DBAPIError as error:
            ask(those, before.verify)  # names the server that is away
            raise NotArrived from error
    changes = {"facts": sent.facts, "training_sessions": sent.training_sessions}
    audit.record("ledger:send", f"spread_batch:{number}", changes=changes, actor=actor)
    log.info("ledger_sent", batch=number, **changes)
    return sent


def begin(holding: Connection) -> int:
    """Begin a batch that counts nowhere yet, and return its number."""
    number: int = holding.execute(insert(parts.batch).returning(parts.batch.c.number)).scalar_one()
    holding.commit()
    return number


def arrive(before: Standing, number: int) -> Sent | None:
    """Bring the rows of a batch to the servers; they do not count yet. None without changes.

    Each server keeps its rows or not; what one of them lacks keeps the batch from completion.
    """
    engine = db.engine.execution_options(isolation_level="REPEATABLE READ")
    with engine.begin() as connection:
        if not note_changes(connection, number, before):
            return None
        facts = parts.spread_fact
        connection.execute(delete(facts).where(before.is_broken(facts.c.batch)))
        connection.execute(
            update(facts).where(before.is_broken(facts.c.until)).values(until=null())
        )
        held = _held(connection, number)
        if before.complete:
            _end(connection, number, held)
        moment = connection.scalars(select(func.now())).one()
        return Sent(
            number=number,
            facts=_insert(connection, number),
            training_sessions=len(held),
            moment=moment,
        )


def complete(holding: Connection, those: Sequence[Server], sent: Sent) -> None:
    """Mark a batch complete, once all its rows have arrived; from now on it counts."""
    if sent.facts >= MANY:
        ask(those, _look_anew)
    landed = ask(those, lambda server, connection: _landed(server, connection, sent.number))
    if sum(landed) != sent.facts:
        raise NotArrived
    forget_former(holding, sent.number)
    holding.execute(
        update(parts.batch)
        .where(parts.batch.c.number == sent.number)
        .values(facts=sent.facts, moment=sent.moment, complete_at=func.clock_timestamp())
    )
    holding.commit()


def _drop(holding: Connection, number: int) -> None:
    holding.execute(delete(parts.batch).where(parts.batch.c.number == number))
    holding.commit()


def _held(connection: Connection, number: int) -> Sequence[int]:
    block = parts.block.c
    return connection.scalars(
        select(block.training_session)
        .where(block.batch == number)
        .order_by(block.training_session)
    ).all()


def _end(connection: Connection, number: int, held: Sequence[int]) -> None:
    """Let the former rows of these sessions end where the batch begins."""
    facts = parts.spread_fact
    for some in portions(held, MOST_SESSIONS):
        those = literal(some, ARRAY(Integer))
        connection.execute(
            update(facts)
            .where(facts.c.training_session == any_(those), facts.c.until.is_(None))
            .values(until=number)
        )


def _insert(connection: Connection, number: int) -> int:
    kept, block = as_kept(), parts.block.c
    rows = (
        select(literal(number), *kept.values())
        .join(parts.block, block.training_session == Fact.training_session_id)
        .where(block.batch == number)
    )
    made = connection.execute(
        insert(parts.spread_fact).from_select(["batch", *kept], rows),
        execution_options={"preserve_rowcount": True},
    )
    return made.rowcount


def _look_anew(server: Server, connection: Connection) -> None:
    """Have a server plan by what it holds, which it would else take for nothing for a while."""
    facts = parts.part_fact if server.number else parts.spread_fact
    connection.execute(text(f"ANALYZE {facts}"))


def _landed(server: Server, connection: Connection, number: int) -> int:
    """Return how many rows of a batch a server holds, and have it note that it does."""
    facts = parts.part_fact if server.number else parts.spread_fact
    found = connection.scalar(
        select(func.count()).select_from(facts).where(facts.c.batch == number)
    )
    if server.number:
        connection.execute(insert(parts.part_arrived).values(batch=number, facts=found))
    return found or 0
