import pytest

from lms.accounts import queries
from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed, NotFound
from tests.factories.accounts import UserFactory

ADMINISTRATOR = Actor(kind=ActorKind.USER, id=1, role=Role.ADMINISTRATOR)
OTHERS = [
    SYSTEM,
    *(Actor(kind=ActorKind.USER, id=2, role=it) for it in Role if it is not Role.ADMINISTRATOR),
]

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize("typed", ["awa@example.org", "  Awa@Example.ORG "])
def test_an_account_is_found_however_its_address_was_typed(typed: str) -> None:
    user = UserFactory.create(email="awa@example.org")
    UserFactory.create(email="awa@example.com")
    assert queries.by_email(typed) == user


def test_an_address_nobody_has_finds_nobody() -> None:
    UserFactory.create(email="awa@example.org")
    assert queries.by_email("wa@example.org") is None


def test_an_administrator_reads_an_account() -> None:
    user = UserFactory.create()
    assert queries.user(user.id, ADMINISTRATOR) == user


def test_an_account_that_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound, match=r"^user:9$"):
        queries.user(9, ADMINISTRATOR)


@pytest.mark.parametrize("actor", OTHERS)
def test_nobody_else_reads_accounts(actor: Actor) -> None:
    user = UserFactory.create()
    with pytest.raises(NotAllowed):
        queries.user(user.id, actor)
    with pytest.raises(NotAllowed):
        queries.users(actor)


def test_accounts_come_by_name_disabled_ones_last() -> None:
    for name, active in [("Moussa", True), ("Awa", False), ("Fanta", True)]:
        UserFactory.create(name=name, active=active)
    assert [it.name for it in queries.users(ADMINISTRATOR)] == ["Fanta", "Moussa", "Awa"]


def test_who_may_give_a_session_comes_by_name() -> None:
    UserFactory.create(name="Moussa", role=Role.TRAINER)
    UserFactory.create(name="Fanta", role=Role.UNIT_HEAD)
    UserFactory.create(name="Awa", role=Role.ADMINISTRATOR)
    UserFactory.create(name="Oumar", role=Role.TRAINER, active=False)
    assert [it.name for it in queries.trainers()] == ["Fanta", "Moussa"]


def test_only_open_accounts_of_administrators_can_mend_the_others() -> None:
    administrators = [UserFactory.create(role=Role.ADMINISTRATOR) for _ in range(2)]
    UserFactory.create(role=Role.ADMINISTRATOR, active=False)
    UserFactory.create(role=Role.UNIT_HEAD)
    assert [*queries.active_administrators()] == administrators
