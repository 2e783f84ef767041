"""Saying whether two sessions are one event (DOMAIN R9). Nothing is merged by it."""

from datetime import datetime

import structlog

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.db import lock
from lms.extensions import db
from lms.figures.events import queries
from lms.figures.events.models import Answer, EventAnswer
from lms.figures.events.queries import Pair

log = structlog.get_logger(__name__)


def answer(*, pair: Pair, answer: Answer, now: datetime, actor: Actor) -> None:
    """Keep for ever that two sessions are one event, or two; unit heads alone.

    A later answer takes the place of the first, and the trail has both. No session and no
    figure changes: one of two that are one event is to be taken back by its list.
    """
    require(actor, "event.answer", Role.UNIT_HEAD)
    for training_session in queries.sessions([pair], actor).values():  # in one order always
        lock(training_session)  # two heads who answer at once wait for one another
    known = queries.given(pair.one_id, pair.other_id)
    before = known.answer if known else None
    if before is answer:
        return
    known = known or EventAnswer(one_id=pair.one_id, other_id=pair.other_id)
    known.answer, known.made_at = answer, now
    known.actor_kind, known.actor_id = actor.kind, actor.id
    db.session.add(known)
    db.session.flush()
    changes = {"sessions": [pair.one_id, pair.other_id], "answer": [before, answer]}
    audit.record("event_answer:made", f"event_answer:{known.id}", changes=changes, actor=actor)
    log.info("event_answer:made", id=known.id, actor_kind=actor.kind, actor_id=actor.id)
