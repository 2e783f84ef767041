import pytest

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role


def test_only_the_number_of_an_account_names_an_account() -> None:
    assert Actor(kind=ActorKind.USER, id=7).user_id == 7
    assert Actor(kind=ActorKind.PARTICIPANT, id=7).user_id is None
    assert SYSTEM.user_id is None


def test_an_actor_sees_no_region_unless_told_which() -> None:
    assert not Actor(kind=ActorKind.USER, id=7, role=Role.TRAINER).regions


def test_the_system_has_no_role() -> None:
    assert SYSTEM.role is None


def test_an_actor_cannot_be_given_another_role_on_the_way() -> None:
    actor = Actor(kind=ActorKind.USER, id=7, role=Role.TRAINER)
    with pytest.raises(AttributeError):
        actor.role = Role.ADMINISTRATOR  # type: ignore[misc]  # the mistake under test
