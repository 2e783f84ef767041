"""Proving that the servers hold what the ledger does, session by session."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, SQLColumnExpression, func, select

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.figures.models import Fact, LedgerMonth
from lms.figures.spread import parts
from lms.figures.spread.errors import NotSetUp
from lms.figures.spread.sending.copying import as_kept
from lms.figures.spread.servers import Server, ask, servers
from lms.figures.spread.standing import standing

Prints = Mapping[int, tuple[int, int]]
"""For each session how many facts it has, and the sum of their fingerprints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What differs, by number of the session; and how many months changed since it was sent."""

    differing: tuple[int, ...]
    months_since: int


def check(*, actor: Actor) -> Checked:
    """Return what the servers hold otherwise than the ledger; the system may ask.

    A session that changed since the last batch differs, which is no fault: send it, then check.
    """
    require(actor, "ledger.check", Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    those = servers()
    with db.engine.connect() as connection:
        now = standing(connection, those)
        if not now.complete:
            raise NotSetUp

        def question(server: Server, other: Connection) -> Prints:
            now.verify(server, other)
            facts = parts.part_fact if server.number else parts.spread_fact
            names = [facts.c[it] for it in as_kept()]
            return _read(other, _prints(select(*names).where(now.counts(facts))))

        kept: dict[int, tuple[int, int]] = {}
        for answer in ask(those, question):
            for held, (count, total) in answer.items():
                before = kept.get(held, (0, 0))
                kept[held] = before[0] + count, before[1] + total
        columns: list[SQLColumnExpression[Any]] = [
            it.label(name) for name, it in as_kept().items()
        ]
        wanted = _read(connection, _prints(select(*columns).select_from(Fact)))
        changed = (
            select(func.count())
            .select_from(LedgerMonth)
            .outerjoin(parts.month, parts.month.c.month == LedgerMonth.month)
            .where(LedgerMonth.stamp.is_distinct_from(parts.month.c.stamp))
        )
        since = connection.scalar(changed) or 0
    differing = {it for it in kept.keys() | wanted.keys() if kept.get(it) != wanted.get(it)}
    return Checked(differing=tuple(sorted(differing)), months_since=since)


def _prints(rows: Select[*tuple[Any, ...]]) -> Select[int, int, int]:
    """Return the fingerprint of each session; those of its facts add up, wherever they lie."""
    facts = rows.subquery("told")
    words = func.concat_ws(
        "|",
        *(
            func.extract("epoch", it) if it.name in {"recorded", "retracted"} else it
            for it in facts.c
        ),
    )
    print_ = func.hashtextextended(words, 0)
    return select(facts.c.training_session, func.count(), func.sum(print_)).group_by(
        facts.c.training_session
    )


def _read(connection: Connection, statement: Select[int, int, int]) -> dict[int, tuple[int, int]]:
    return {held: (count, int(total)) for held, count, total in connection.execute(statement)}
