import pytest

from lms import clock
from lms.accounts.actors import SYSTEM, Role
from lms.accounts.tokens import queries
from lms.errors import NotAllowed, NotFound
from tests.factories.accounts import ApiTokenFactory, UserFactory

pytestmark = pytest.mark.usefixtures("database")


def test_somebody_sees_their_own_tokens_newest_first() -> None:
    older = ApiTokenFactory.create()
    newer = ApiTokenFactory.create(user=older.user)
    ApiTokenFactory.create()
    assert [*queries.tokens(older.user.actor)] == [newer, older]


def test_anybody_elses_is_not_found() -> None:
    token = ApiTokenFactory.create()
    administrator = UserFactory.create(role=Role.ADMINISTRATOR)
    with pytest.raises(NotFound):
        queries.token(token.id, administrator.actor)


@pytest.mark.parametrize("role", [Role.TRAINER, Role.PARTICIPANT])
def test_others_have_none(role: Role) -> None:
    user = UserFactory.create(role=role)
    with pytest.raises(NotAllowed):
        queries.tokens(user.actor)
    with pytest.raises(NotAllowed):
        queries.token(1, SYSTEM)


def test_a_revoked_one_is_not_in_use() -> None:
    token = ApiTokenFactory.create(revoked_at=clock.now())
    assert [*queries.in_use(token.user.actor, clock.now())] == []


def test_a_token_is_found_by_its_prefix_and_nothing_by_none() -> None:
    token = ApiTokenFactory.create()
    assert queries.by_prefix(token.prefix) is token
    assert queries.by_prefix(None) is None
