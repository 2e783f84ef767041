import pytest
from sqlalchemy import select

from lms.accounts import passwords
from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.errors import WrongPassword
from lms.accounts.models import AuditEntry, User
from lms.accounts.services import change_password
from lms.errors import NotAllowed
from lms.extensions import db
from tests.factories.accounts import UserFactory

OLD, NEW = "exemple-2014", "some words in a row"

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def user(database: None) -> User:
    del database
    it: User = UserFactory.create(password_hash=passwords.hashed(OLD))
    return it


def test_an_account_opens_with_its_new_password_only(user: User) -> None:
    assert change_password(current=OLD, new=NEW, actor=user.actor) is user
    assert passwords.matches(user.password_hash, NEW)
    assert not passwords.matches(user.password_hash, OLD)


def test_the_change_is_traced_without_the_password(user: User) -> None:
    change_password(current=OLD, new=NEW, actor=user.actor)
    entry = db.session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.target) == ("user:change_password", f"user:{user.id}")
    assert (entry.actor_id, entry.changes) == (user.id, None)


def test_who_does_not_know_the_password_changes_nothing(user: User) -> None:
    before = user.password_hash
    with pytest.raises(WrongPassword, match=rf"^user:{user.id}$"):
        change_password(current=NEW, new=NEW, actor=user.actor)
    assert user.password_hash == before
    assert db.session.scalars(select(AuditEntry)).all() == []


def test_nobody_but_an_account_has_a_password(user: User) -> None:
    participant = Actor(kind=ActorKind.PARTICIPANT, id=user.id, role=Role.PARTICIPANT)
    gone = Actor(kind=ActorKind.USER, id=user.id + 1, role=Role.TRAINER)
    for actor in (participant, gone, SYSTEM):
        with pytest.raises(NotAllowed):
            change_password(current=OLD, new=NEW, actor=actor)


def test_without_a_commit_the_password_is_the_one_of_before(user: User) -> None:
    change_password(current=OLD, new=NEW, actor=user.actor)
    db.session.rollback()
    assert passwords.matches(user.password_hash, OLD)
