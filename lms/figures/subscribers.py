"""What the ledger hears from the rooms below."""

from datetime import datetime

from lms.accounts.actors import Actor
from lms.figures import services
from lms.sessions.models import TrainingSession
from lms.signals import training_session_closed


def connect() -> None:
    """Begin to listen; called once by the application."""
    training_session_closed.connect(write_facts)


def write_facts(training_session: TrainingSession, *, actor: Actor, now: datetime) -> None:
    """Turn what a closing session came to into facts, in the same transaction."""
    services.record_facts(training_session=training_session, now=now, actor=actor)
