import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.sessions import errors, services
from lms.sessions.kinds import Status
from tests.factories.accounts import UserFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import ParticipationFactory
from tests.sessions.given import given

pytestmark = pytest.mark.usefixtures("database")


def head() -> Actor:
    actor: Actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    return actor


def test_a_unit_head_lets_members_of_movements_be_named_and_the_trail_says_so() -> None:
    it, actor = given(), head()
    for named in (True, True, False):
        services.name_movements(training_session=it.training_session, named=named, actor=actor)
        assert it.training_session.names_movements is named
    trail = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    assert [(one.action, one.changes) for one in trail] == [
        ("training_session:movements_named", {"names_movements": [False, True]}),
        ("training_session:movements_unnamed", {"names_movements": [True, False]}),
    ]


def test_nobody_else_does() -> None:
    it = given()
    administrator: Actor = UserFactory.create(role=Role.ADMINISTRATOR).actor
    for actor in (it.actor, administrator, SYSTEM):
        with pytest.raises(NotAllowed):
            services.name_movements(training_session=it.training_session, named=True, actor=actor)


def test_while_some_stand_in_the_session_by_name_they_may_be() -> None:
    it = given(names_movements=True)
    movement = CategoryFactory.create(code="armed-movements")
    ParticipationFactory.create(
        training_session=it.training_session, category=CategoryFactory.create(parent=movement)
    )
    with pytest.raises(errors.MovementsNamed):
        services.name_movements(training_session=it.training_session, named=False, actor=head())


def test_in_a_session_that_is_over_nothing_changes() -> None:
    it = given(status=Status.CLOSED)
    with pytest.raises(errors.SessionOver):
        services.name_movements(training_session=it.training_session, named=True, actor=head())
