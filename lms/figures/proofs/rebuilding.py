"""Bringing the ledger back to what the rules give."""

from datetime import datetime

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.db import lock
from lms.extensions import db
from lms.figures import services
from lms.figures.proofs.checking import check
from lms.figures.proofs.differences import Difference
from lms.figures.source.stored import batches
from lms.sessions.models import Status


def rebuild(*, now: datetime, actor: Actor) -> list[Difference]:
    """Write what ``check`` finds as retractions and additions, and return it; the system may.

    Nothing is updated: whoever asks as of a moment before ``now`` gets the answer of then.
    """
    require(actor, "ledger.rebuild", Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    found = list(check(actor=actor))
    concerned = {it.training_session_id for it in found}
    db.session.expire_all()  # each session is read again once it is locked
    for batch in batches(concerned):
        for it in batch:
            lock(it)
            if it.status is not Status.CLOSED:
                services.retract_facts(training_session=it, now=now, actor=actor)
        services.restate(training_sessions=batch, now=now, actor=actor)
    changes = {"differences": len(found), "training_sessions": len(concerned)}
    audit.record("ledger:rebuild", "fact", changes=changes, actor=actor)
    return found
