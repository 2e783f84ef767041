"""Where lists are taken back from."""

import pytest

from lms.sessions.models import TrainingSession
from tests.lists.given import session_of


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    """Return a session of one slot in an empty mission."""
    del database
    return session_of(slots=1)
