import pytest

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.sessions import queries
from lms.sessions.kinds import Status
from tests.factories.accounts import UserFactory
from tests.sessions.given import given, statements

pytestmark = pytest.mark.usefixtures("database")


def user(role: Role) -> Actor:
    actor: Actor = UserFactory.create(role=role).actor
    return actor


def test_those_who_give_it_and_the_office_read_it() -> None:
    it = given()
    for actor in (it.actor, SYSTEM, user(Role.UNIT_HEAD), user(Role.ADMINISTRATOR)):
        assert queries.get(it.id, actor) == it.training_session


def test_another_trainer_and_a_participant_do_not() -> None:
    it = given(people=1)
    holder = Actor(kind=ActorKind.PARTICIPANT, id=it.trainer.id, role=Role.PARTICIPANT)
    for actor in (user(Role.TRAINER), holder):
        with pytest.raises(NotAllowed):
            queries.get(it.id, actor)


def test_what_does_not_exist_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.get(404, SYSTEM)


def test_the_office_reads_and_only_the_unit_head_writes() -> None:
    it = given()
    assert queries.writable(it.training_session, it.actor)
    assert queries.writable(it.training_session, user(Role.UNIT_HEAD))
    assert not queries.writable(it.training_session, user(Role.ADMINISTRATOR))
    it.training_session.status = Status.CLOSED
    assert not queries.writable(it.training_session, SYSTEM)


def test_a_session_is_read_in_as_many_statements_however_long_it_is() -> None:
    short, long = given(days=1).id, given(days=6).id

    def read(session_id: int) -> int:
        db.session.expunge_all()
        return statements(lambda: queries.get(session_id, SYSTEM))

    assert read(short) == read(long)
