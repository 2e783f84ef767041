import pytest

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.certificates.views import base


@pytest.mark.parametrize(
    ("role", "decides"),
    [
        (Role.UNIT_HEAD, True),
        (Role.ADMINISTRATOR, True),
        (Role.TRAINER, False),
        (Role.PARTICIPANT, False),
    ],
)
def test_revoking_is_shown_to_unit_heads_and_administrators(role: Role, decides: bool) -> None:
    assert base.may_decide(Actor(kind=ActorKind.USER, id=1, role=role)) is decides


def test_the_system_decides_on_no_page() -> None:
    assert not base.may_decide(SYSTEM)
