"""The tables of a spread ledger: facts as each server keeps them, and what the coordinator knows.

Numbers mean what they mean in ``ledger.records``: days since 1970, months since year 0, places
in the lists of outcomes, phases, sexes and age groups.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Identity,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    Text,
    func,
)

COORDINATOR = "kalanso_spread"
SERVER = "kalanso_part"
"""The schemas, on either side; another one, as a server may be the coordinator too."""
NUMBERS = ("fact", "person", "training_session", "day", "month", "heads")
PLACES = ("category", "place", "programme", "course", "organisation")
KINDS = ("phase", "outcome", "sex", "age_group")

known = MetaData(schema=COORDINATOR)
kept = MetaData(schema=SERVER)


def facts(metadata: MetaData) -> Table:
    """Return the table of facts in a schema: all of them, or those of one server.

    A row counts from its ``batch`` on, and no longer from that of ``until``; it never changes
    otherwise. Headcounts are about person 0.
    """
    return Table(
        "fact",
        metadata,
        Column("batch", BigInteger, nullable=False),
        Column("until", BigInteger),
        *(Column(it, Integer, nullable=False) for it in NUMBERS),
        *(Column(it, Integer, nullable=False) for it in PLACES),
        *(Column(it, SmallInteger, nullable=False) for it in KINDS),
        Column("at_least", Boolean, nullable=False),
        Column("recorded", DateTime(timezone=True), nullable=False),
        Column("retracted", DateTime(timezone=True)),
    )


spread_fact = facts(known)
"""All facts, as the coordinator sees them; a row written here lands on its person's server."""

part_fact = facts(kept)
"""The facts of one server."""


for table in (spread_fact, part_fact):
    # They find rows quickly, and let none arrive twice in a batch; a table whose partitions lie
    # elsewhere is made without them.
    it = table.c
    Index("fact_once", it.batch, it.fact, it.person, unique=True)
    Index("fact_day", it.day)
    Index("fact_held", it.training_session, postgresql_where=it.until.is_(None))
    Index("fact_until", it.until, postgresql_where=it.until.is_not(None))

part_arrived = Table(
    "arrived",
    kept,
    Column("batch", BigInteger, primary_key=True, autoincrement=False),
    Column("facts", BigInteger, nullable=False),
)
"""The batches that a server holds whole."""
part_of = Table(
    "part_of",
    kept,
    Column("token", Text, nullable=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
)
"""Which set-up a server belongs to, and as which of its servers."""

spread_over = Table(
    "spread_over",
    known,
    Column("token", Text, primary_key=True),
    Column("servers", Integer, nullable=False),
)
"""The set-up; no servers when Citus knows them."""
batch = Table(
    "batch",
    known,
    Column("number", BigInteger, Identity(), primary_key=True),
    Column("moment", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Column("facts", BigInteger),
    Column("complete_at", DateTime(timezone=True)),
)
"""What was sent; no number is ever given twice. ``moment`` is that of which it tells."""
block = Table(
    "block",
    known,
    Column("batch", BigInteger, primary_key=True, autoincrement=False),
    Column("training_session", Integer, primary_key=True, autoincrement=False),
    Column("digest", Text, nullable=False),
)
Index("block_held", block.c.training_session)
"""What was sent of each session, by its digest."""
month = Table(
    "month",
    known,
    Column("batch", BigInteger, primary_key=True, autoincrement=False),
    Column("month", Integer, primary_key=True, autoincrement=False),
    Column("stamp", BigInteger, nullable=False),
)
"""The stamp that each month had when it was sent."""
