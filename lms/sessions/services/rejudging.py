"""Judging closed sessions again, by rules that were adopted after they closed."""

from collections.abc import Collection

from sqlalchemy import select

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.db import lock
from lms.extensions import db
from lms.sessions.models import Participation, Status, TrainingSession
from lms.sessions.queries.judging import otherwise
from lms.unit.rules import Rules


def rejudge(
    *,
    training_sessions: Collection[TrainingSession],
    before: Rules,
    after: Rules,
    actor: Actor,
) -> int:
    """Write what the rules ``after`` make otherwise of closed sessions; the rest stays.

    Returns how many participations that is. The ledger is the caller's to bring along.
    """
    require(actor, "rules.adopt", Role.UNIT_HEAD, Role.ADMINISTRATOR)
    closed = [it for it in training_sessions if it.status is Status.CLOSED]
    for it in sorted(closed, key=lambda it: it.id):
        lock(it)
    judged = otherwise(closed, before, after)
    ids = [it.id for it in closed]
    for one in db.session.scalars(
        select(Participation).where(Participation.training_session_id.in_(ids))
    ):
        if one.id in judged:
            one.keep(judged[one.id], after.version)
    db.session.flush()  # the ledger reads them from the database
    return len(judged)
