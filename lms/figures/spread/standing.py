"""What counts at one moment: everything up to the last batch that is complete."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Table,
    and_,
    any_,
    func,
    literal,
    not_,
    or_,
    select,
    text,
)

from lms.figures.spread import parts
from lms.figures.spread.errors import NotSetUp, OtherServers, ServerBehind
from lms.figures.spread.servers import Server

EXISTS = f"SELECT to_regclass('{parts.spread_over}')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The last batch that is complete, 0 for none; and those that never became so."""

    token: str
    complete: int
    moment: datetime | None
    """Of which the batch tells."""
    broken: Sequence[int]

    def counts(self, facts: Table) -> ColumnElement[bool]:
        """Return what is true of the rows that count."""
        begun, until = facts.c.batch, facts.c.until
        return and_(
            begun <= self.complete,
            not_(self.is_broken(begun)),
            or_(until.is_(None), until > self.complete, self.is_broken(until)),
        )

    def is_broken(self, batch: ColumnElement[int]) -> ColumnElement[bool]:
        """Return whether a batch is one that never became complete."""
        return batch == any_(literal(list(self.broken), ARRAY(BigInteger)))

    def verify(self, server: Server, connection: Connection) -> None:
        """Raise unless the server is the one set up, and holds all that it was sent."""
        if not server.number:
            return  # Citus knows its own
        is_ours = select(func.count()).where(
            parts.part_of.c.token == self.token, parts.part_of.c.number == server.number
        )
        has_all = select(func.count()).where(parts.part_arrived.c.batch == self.complete)
        exists = text(f"SELECT to_regclass('{parts.part_of}')")
        if connection.scalar(exists) is None or not connection.scalar(is_ours):
            raise OtherServers
        if self.complete and not connection.scalar(has_all):
            raise ServerBehind(server.number, server.of)


def standing(connection: Connection, those: Sequence[Server]) -> Standing:
    """Return what counts now, as the coordinator has it.

    Raises ``NotSetUp`` where nothing was spread, and ``OtherServers`` where it was over others.
    """
    if connection.scalar(text(EXISTS)) is None:
        raise NotSetUp
    over = connection.execute(select(parts.spread_over)).one()
    if over.servers != those[0].of:
        raise OtherServers
    batch = parts.batch.c
    ended = batch.complete_at.is_not(None)
    last = connection.execute(
        select(batch.number, batch.moment).where(ended).order_by(batch.number.desc()).limit(1)
    ).first()
    return Standing(
        token=over.token,
        complete=last.number if last else 0,
        moment=last.moment if last else None,
        broken=list(connection.scalars(select(batch.number).where(not_(ended)))),
    )
