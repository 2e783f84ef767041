"""What the ledger hears from the rooms below."""

from datetime import datetime

from lms.accounts.actors import Actor
from lms.figures import queries, services
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
    training_session_closed.connect(write_facts)
    participations_withdrawn.connect(write_facts)
    persons_merged.connect(restate_persons)
    merge_undone.connect(restate_persons)


def write_facts(training_session: TrainingSession, *, actor: Actor, now: datetime) -> None:
    """Turn what a closed session comes to into facts, in the same transaction."""
    services.record_facts(training_session=training_session, now=now, actor=actor)


def restate_persons(merge: Merge, *, actor: Actor, now: datetime) -> None:
    """Retract and add facts, so that the records of one person count as one, or no longer."""
    records = identity.cluster_ids(merge.merged_id, merge.survivor_id)
    services.restate(training_sessions=queries.sessions_of(records), now=now, actor=actor)
