import pytest

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.permissions import require
from lms.errors import NotAllowed

every_role = pytest.mark.parametrize("role", Role)


@every_role
def test_a_role_that_is_named_may(role: Role) -> None:
    require(Actor(kind=ActorKind.USER, id=1, role=role), "act", Role.TRAINER, role)


@every_role
def test_a_role_that_is_not_named_may_not(role: Role) -> None:
    others = [it for it in Role if it is not role]
    with pytest.raises(NotAllowed, match=r"^figure:export$"):
        require(Actor(kind=ActorKind.USER, id=1, role=role), "figure:export", *others)


def test_who_has_no_role_may_do_nothing() -> None:
    with pytest.raises(NotAllowed):
        require(Actor(kind=ActorKind.USER, id=1), "act", *Role)


def test_the_system_may_only_what_is_open_to_it() -> None:
    require(SYSTEM, "act", system=True)
    with pytest.raises(NotAllowed):
        require(SYSTEM, "act", *Role)


def test_what_is_open_to_the_system_is_not_open_to_everybody() -> None:
    with pytest.raises(NotAllowed):
        require(Actor(kind=ActorKind.USER, id=1, role=Role.TRAINER), "act", system=True)
