from datetime import timedelta

import pytest
from sqlalchemy import select

from lms import clock
from lms.accounts.actors import Actor, Role
from lms.accounts.models import AuditEntry
from lms.accounts.tokens import secret, services
from lms.accounts.tokens.errors import TokenNameTaken
from lms.accounts.tokens.kinds import Scope
from lms.accounts.tokens.models import ApiToken
from lms.accounts.tokens.services import Wanted
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from tests.factories.accounts import ApiTokenFactory, UserFactory

pytestmark = pytest.mark.usefixtures("database")

WANTED = Wanted(name="Workbook", scopes=[Scope.FIGURES], days=30)


def head() -> Actor:
    actor: Actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    return actor


def test_the_token_handed_over_is_the_one_that_opens() -> None:
    made, whole = services.create(wanted=WANTED, now=clock.now(), actor=head())
    assert secret.matches(made.digest, whole)
    assert made.scopes == ["figures"]
    assert made.expires_at - made.created_at == timedelta(days=30)


def test_making_and_revoking_one_stand_in_the_trail_without_its_secret() -> None:
    actor = head()
    made, whole = services.create(wanted=WANTED, now=clock.now(), actor=actor)
    services.revoke(token=made, now=clock.now(), actor=actor)
    db.session.flush()
    entries = db.session.scalars(select(AuditEntry)).all()
    assert [it.action for it in entries] == ["token:create", "token:revoke"]
    assert {it.target for it in entries} == {f"api_token:{made.id}"}
    told = repr([it.changes for it in entries])
    assert whole not in told
    assert made.digest not in told


def test_a_second_one_of_the_name_waits_until_the_first_is_revoked() -> None:
    actor = head()
    made, _ = services.create(wanted=WANTED, now=clock.now(), actor=actor)
    with pytest.raises(TokenNameTaken):
        services.create(wanted=WANTED, now=clock.now(), actor=actor)
    services.revoke(token=made, now=clock.now(), actor=actor)
    assert services.create(wanted=WANTED, now=clock.now(), actor=actor)


@pytest.mark.parametrize("role", [Role.TRAINER, Role.PARTICIPANT])
def test_only_heads_and_administrators_make_one(role: Role) -> None:
    actor = UserFactory.create(role=role).actor
    with pytest.raises(NotAllowed):
        services.create(wanted=WANTED, now=clock.now(), actor=actor)


def test_nobody_revokes_anybody_elses() -> None:
    token = ApiTokenFactory.create()
    with pytest.raises(NotFound):
        services.revoke(token=token, now=clock.now(), actor=head())
    assert token.revoked_at is None


def test_revoking_twice_keeps_the_first_moment() -> None:
    token = ApiTokenFactory.create()
    first = clock.now()
    services.revoke(token=token, now=first, actor=token.user.actor)
    services.revoke(token=token, now=first + timedelta(hours=1), actor=token.user.actor)
    assert token.revoked_at == first


def test_a_use_is_noted_once_an_hour() -> None:
    token = ApiTokenFactory.create()
    token_id, actor, first = token.id, token.user.actor, clock.now()
    db.session.rollback()
    for after in (timedelta(), timedelta(minutes=59)):
        last = db.session.get_one(ApiToken, token_id).last_used_at
        db.session.rollback()
        services.note_use(token_id=token_id, last=last, now=first + after, actor=actor)
    assert db.session.get_one(ApiToken, token_id).last_used_at == first
