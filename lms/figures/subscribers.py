"""What the ledger hears from the rooms below."""

from datetime import datetime

from lms.accounts.actors import Actor
from lms.figures import queries, services
from lms.figures.services import _holding
from lms.people.models import Merge
from lms.people.queries import identity
from lms.sessions.models import TrainingSession
from lms.signals import (
    merge_undone,
    participations_withdrawn,
    persons_merged,
    training_session_closed,
)


def connect() -> None:
    """Begin to listen; called once by the application."""
    training_session_closed.connect(write_first_facts)
    participations_withdrawn.connect(write_facts)
    persons_merged.connect(restate_persons)
    merge_undone.connect(restate_persons)


def write_first_facts(training_session: TrainingSession, *, actor: Actor, now: datetime) -> None:
    """Turn what a session that closes comes to into facts, in the same transaction.

    A merge sees the session open until we commit, so its persons are held meanwhile.
    """
    _holding.hold_persons(training_session)
    write_facts(training_session, actor=actor, now=now)


def write_facts(training_session: TrainingSession, *, actor: Actor, now: datetime) -> None:
    """Bring the facts of a closed session to what it comes to now."""
    services.record_facts(training_session=training_session, now=now, actor=actor)


def restate_persons(merge: Merge, *, actor: Actor, now: datetime) -> None:
    """Retract and add facts, so that the records of one person count as one, or no longer."""
    records = identity.cluster_ids(merge.merged_id, merge.survivor_id)
    services.restate(training_sessions=queries.sessions_of(records), now=now, actor=actor)
