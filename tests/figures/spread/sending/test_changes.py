import pytest

from lms.extensions import db
from lms.figures import ledger
from tests.factories.figures import RECORDED, FactFactory
from tests.figures.spread.given import DAY, on_postgresql, send, spread

pytestmark = [on_postgresql, pytest.mark.usefixtures("servers")]


def test_only_sessions_that_changed_are_sent_again() -> None:
    facts = FactFactory.create_batch(3, last_day=DAY)
    spread()
    FactFactory.create(last_day=DAY, participation__training_session=facts[0].training_session)
    sent = send()
    assert sent is not None
    assert (sent.training_sessions, sent.facts) == (1, 2)


def test_a_month_marked_for_nothing_sends_no_session() -> None:
    fact = FactFactory.create(last_day=DAY)
    spread()
    ledger.keep([fact.training_session_id])
    db.session.commit()
    sent = send()
    assert sent is not None
    assert (sent.training_sessions, sent.facts) == (0, 0)
    assert send() is None


def test_what_a_broken_batch_noted_is_forgotten() -> None:
    fact = FactFactory.create(last_day=DAY)
    spread()
    fact.retracted_at = RECORDED
    ledger.keep([fact.training_session_id])
    db.session.rollback()
    assert send() is None
