"""Emptying a database before the sample mission is built in it."""

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.accounts.permissions import require
from lms.extensions import db


def wipe(*, actor: Actor) -> None:
    """Delete every row of every table; only the system may. The trail then begins anew."""
    require(actor, "database:wipe", system=True)
    for table in reversed(db.metadata.sorted_tables):
        db.session.execute(table.delete())
    db.session.expunge_all()
    audit.record("database:wiped", "database", actor=actor)
