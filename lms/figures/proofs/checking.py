"""Going through the whole ledger, session by session."""

from collections.abc import Collection, Iterator

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.figures import ledger
from lms.figures.proofs.differences import Difference, Kind, compare
from lms.figures.source.stored import batches, live_in
from lms.figures.source.wanted import wanted_in


def check(*, actor: Actor, sessions: Collection[int] | None = None) -> Iterator[Difference]:
    """Return what the ledger says otherwise than the rules do from the lists; the system may.

    ``sessions`` are the ids of those looked at, ``None`` is all. They are read in batches, in as
    many statements a batch however long the lists.
    """
    require(actor, "ledger.check", Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    return _differences(sessions)


def read_one_moment() -> None:
    """Have everything this unit of work reads be of one moment, and hold no writer up.

    To be called before its first read.
    """
    options: dict[str, object] = {"reads_only": True}
    if db.engine.dialect.name == "postgresql":  # SQLite reads one moment anyway
        options["isolation_level"] = "REPEATABLE READ"
    db.session.connection(execution_options=options)


def _differences(sessions: Collection[int] | None) -> Iterator[Difference]:
    for batch in batches(sessions):
        ids = [it.id for it in batch]
        wanted, live, packed = wanted_in(batch), live_in(ids), ledger.otherwise(ids)
        for it in batch:
            yield from compare(it.id, live[it.id], wanted[it.id])
            if it.id in packed:
                yield Difference(kind=Kind.PACKED, training_session_id=it.id)
