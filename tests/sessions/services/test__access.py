import pytest

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed
from lms.extensions import db
from lms.sessions import errors
from lms.sessions.kinds import Status
from lms.sessions.services._access import lock_for_writing, move, require_writer
from tests.factories.accounts import UserFactory
from tests.sessions.given import given

pytestmark = pytest.mark.usefixtures("database")


def test_the_system_the_unit_head_and_those_who_give_it_write() -> None:
    it = given()
    head = UserFactory.create(role=Role.UNIT_HEAD).actor
    for actor in (SYSTEM, head, it.actor):
        require_writer(training_session=it.training_session, act="mark", actor=actor)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.UNIT_HEAD}))
def test_nobody_else_writes(role: Role) -> None:
    it = given()
    with pytest.raises(NotAllowed):
        require_writer(
            training_session=it.training_session,
            act="mark",
            actor=UserFactory.create(role=role).actor,
        )


def test_the_number_of_a_participant_is_not_that_of_an_account() -> None:
    it = given()
    holder = Actor(kind=ActorKind.PARTICIPANT, id=it.trainer.id, role=Role.TRAINER)
    with pytest.raises(NotAllowed):
        require_writer(training_session=it.training_session, act="mark", actor=holder)


def test_locking_keeps_what_was_not_written_yet() -> None:
    it = given()
    it.training_session.venue = "École"
    lock_for_writing(training_session=it.training_session, act="revise", actor=SYSTEM)
    assert it.training_session.venue == "École"


def test_what_is_over_is_not_locked() -> None:
    it = given(status=Status.CANCELLED)
    with pytest.raises(errors.SessionOver):
        lock_for_writing(training_session=it.training_session, act="revise", actor=SYSTEM)


def test_a_step_starts_where_it_may() -> None:
    it = given()
    with pytest.raises(errors.WrongStep):
        move(
            training_session=it.training_session,
            to=Status.HELD,
            origins={Status.PLANNED},
            actor=SYSTEM,
        )
    db.session.rollback()
    assert it.training_session.status is Status.OPEN
