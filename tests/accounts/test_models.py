from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.models import AuditEntry, User
from lms.extensions import db
from tests.factories.accounts import AuditEntryFactory, UserFactory

pytestmark = pytest.mark.usefixtures("database")


def test_an_account_acts_in_its_role_and_its_regions() -> None:
    user = UserFactory.create(role=Role.UNIT_HEAD, regions=["ML07", "ML08"])
    assert user.actor == Actor(
        kind=ActorKind.USER,
        id=user.id,
        role=Role.UNIT_HEAD,
        regions=frozenset({"ML07", "ML08"}),
    )


def test_a_new_account_is_open_reads_french_and_sees_no_region() -> None:
    db.session.add(User(email="a@example.org", name="Awa", password_hash="!", role=Role.TRAINER))
    db.session.commit()
    stored = db.session.scalars(select(User)).one()
    assert (stored.active, stored.locale, stored.regions) == (True, "fr", [])
    assert stored.created_at <= datetime.now(UTC)


def test_a_disabled_account_may_not_sign_in() -> None:
    assert UserFactory.create().is_active
    assert not UserFactory.create(active=False).is_active


def test_a_new_password_makes_the_cookies_of_all_devices_stale() -> None:
    user = UserFactory.create(password_hash="one")
    before = user.get_id()
    assert before == user.get_id()
    user.password_hash = "other"
    assert user.get_id() != before


def test_a_cookie_does_not_tell_what_is_stored_of_the_password() -> None:
    assert "secret" not in UserFactory.create(password_hash="secret").get_id()


def test_an_address_opens_one_account() -> None:
    UserFactory.create(email="a@example.org")
    with pytest.raises(IntegrityError):
        UserFactory.create(email="a@example.org")


def test_the_trail_outlives_the_account() -> None:
    user = UserFactory.create()
    AuditEntryFactory.create(actor_kind=ActorKind.USER, actor_id=user.id)
    number = user.id
    db.session.delete(user)
    db.session.commit()
    assert db.session.scalars(select(AuditEntry.actor_id)).all() == [number]


def test_the_system_leaves_no_number_in_the_trail() -> None:
    entry = AuditEntryFactory.create(actor_kind=SYSTEM.kind, actor_id=SYSTEM.id)
    db.session.refresh(entry)
    assert (entry.actor_kind, entry.actor_id) == (ActorKind.SYSTEM, None)
