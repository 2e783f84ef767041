from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from flask import Flask

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.lists import services
from lms.lists.errors import AlreadyRecorded
from lms.lists.models import ImportedList, ListState
from lms.lists.services import _access
from lms.sessions.errors import SessionOver
from lms.sessions.kinds import Status
from lms.sessions.models import TrainingSession
from tests.factories.accounts import UserFactory
from tests.lists.given import csv, session_of, trainer_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
AWA = "Maïga;Awa;F;44/6386;1984;P"


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=1)


def test_the_system_unit_heads_and_its_trainer_bring_lists_in(
    training_session: TrainingSession,
) -> None:
    head = UserFactory.create(role=Role.UNIT_HEAD).actor
    for actor in (SYSTEM, head, trainer_of(training_session).actor):
        _access.require_writer(training_session, actor)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.UNIT_HEAD}))
def test_nobody_else_does(training_session: TrainingSession, role: Role) -> None:
    with pytest.raises(NotAllowed):
        _access.require_writer(training_session, UserFactory.create(role=role).actor)


def test_the_number_of_a_participant_is_not_that_of_an_account(
    training_session: TrainingSession,
) -> None:
    number = trainer_of(training_session).id
    holder = Actor(kind=ActorKind.PARTICIPANT, id=number, role=Role.TRAINER)
    with pytest.raises(NotAllowed):
        _access.require_writer(training_session, holder)


@pytest.mark.parametrize("status", [Status.PLANNED, Status.OPEN, Status.HELD])
def test_a_list_may_come_until_the_session_is_closed(
    training_session: TrainingSession, status: Status
) -> None:
    training_session.status = status
    _access.require_open(training_session)


@pytest.mark.parametrize("status", [Status.CLOSED, Status.CANCELLED])
def test_then_no_more(training_session: TrainingSession, status: Status) -> None:
    training_session.status = status
    with pytest.raises(SessionOver):
        _access.require_open(training_session)


def test_an_applied_list_is_no_preview(training_session: TrainingSession) -> None:
    imported_list = uploaded(training_session, csv(AWA))
    imported_list.state = ListState.APPLIED
    with pytest.raises(AlreadyRecorded):
        _access.lock_preview(imported_list, SYSTEM)


def test_who_locks_a_list_put_aside_meanwhile_waits_and_does_not_find_it(
    app: Flask, training_session: TrainingSession
) -> None:
    imported_list = uploaded(training_session, csv(AWA))
    number = imported_list.id
    db.session.commit()

    def late() -> None:
        with app.app_context():
            found = db.session.get(ImportedList, number)
            if found is None:
                raise NotFound("imported_list")
            _access.lock_preview(found, SYSTEM)

    services.discard(imported_list=imported_list, actor=SYSTEM)
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(late)
        assert not wait([waiting], timeout=0.3).done, "the second must wait for the first"
        db.session.commit()
    assert isinstance(waiting.exception(), NotFound)


def test_who_locks_a_session_sees_it_as_the_one_before_left_it(
    app: Flask, training_session: TrainingSession
) -> None:
    number = training_session.id
    db.session.commit()

    def late() -> Status:
        with app.app_context():
            found = db.session.get_one(TrainingSession, number)
            _access.lock_session(found, SYSTEM)
            return found.status

    _access.lock_session(training_session, SYSTEM)
    training_session.status = Status.CLOSED
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(late)
        assert not wait([waiting], timeout=0.3).done, "the second must wait for the first"
        db.session.commit()
    assert waiting.result() is Status.CLOSED
