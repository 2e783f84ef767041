import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.models import AuditEntry, User
from lms.demo.services import wipe
from lms.errors import NotAllowed
from lms.extensions import db
from lms.people.models import Category
from tests.factories.accounts import UserFactory
from tests.factories.sessions import ParticipationFactory

pytestmark = pytest.mark.usefixtures("database")


def test_nothing_is_left_but_the_trace_of_the_wipe() -> None:
    ParticipationFactory.create()
    wipe(actor=SYSTEM)
    assert db.session.scalars(select(User)).all() == []
    assert db.session.scalars(select(Category)).all() == []
    assert db.session.scalars(select(AuditEntry.action)).all() == ["database:wiped"]


def test_no_account_may_do_it_whatever_its_role() -> None:
    UserFactory.create()
    actor = Actor(kind=ActorKind.USER, id=1, role=Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        wipe(actor=actor)
    assert db.session.scalars(select(User)).all()
