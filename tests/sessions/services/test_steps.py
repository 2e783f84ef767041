import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.sessions import errors, services
from lms.sessions.kinds import Status
from tests.factories.accounts import UserFactory
from tests.sessions.given import given

pytestmark = pytest.mark.usefixtures("database")


def test_a_session_opens_is_held_and_opens_again() -> None:
    it = given(status=Status.PLANNED)
    services.open_session(training_session=it.training_session, actor=it.actor)
    services.hold(training_session=it.training_session, actor=it.actor)
    assert it.training_session.status.value == "held"
    services.open_session(training_session=it.training_session, actor=SYSTEM)
    assert it.training_session.status.value == "open"
    db.session.commit()
    trail = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    assert [entry.changes for entry in trail] == [
        {"status": ["planned", "open"]},
        {"status": ["open", "held"]},
        {"status": ["held", "open"]},
    ]


def test_a_step_is_taken_once() -> None:
    it = given(status=Status.HELD)
    with pytest.raises(errors.WrongStep) as caught:
        services.hold(training_session=it.training_session, actor=it.actor)
    assert caught.value.status is Status.HELD


def test_cancelling_keeps_the_reason() -> None:
    it = given()
    services.cancel(training_session=it.training_session, reason=" Pluie ", actor=it.actor)
    assert it.training_session.status is Status.CANCELLED
    assert it.training_session.status_reason == "Pluie"


def test_cancelling_needs_a_reason() -> None:
    it = given()
    with pytest.raises(errors.ReasonMissing):
        services.cancel(training_session=it.training_session, reason="  ", actor=it.actor)


def test_what_is_over_is_not_cancelled() -> None:
    it = given(status=Status.CLOSED)
    with pytest.raises(errors.SessionOver) as caught:
        services.cancel(training_session=it.training_session, reason="Pluie", actor=it.actor)
    assert caught.value.status is Status.CLOSED


def test_another_trainer_moves_nothing() -> None:
    it = given()
    with pytest.raises(NotAllowed):
        services.hold(training_session=it.training_session, actor=UserFactory.create().actor)
