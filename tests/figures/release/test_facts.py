from datetime import date

import pytest

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.release import facts
from tests.factories.figures import FactFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import PlaceFactory

WIDE = Scope(window=Window(date(2000, 1, 1), date(2030, 1, 1)))
pytestmark = pytest.mark.usefixtures("database")


def of_role(role: Role) -> Actor:
    return Actor(kind=ActorKind.USER, id=1, role=role, regions=frozenset({"ML01"}))


@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.ADMINISTRATOR])
def test_facts_are_let_through_to_heads_and_administrators(role: Role) -> None:
    FactFactory.create()
    assert len(facts.release(scope=WIDE, actor=of_role(role)).tally.rows) == 1


@pytest.mark.parametrize(
    "actor", [of_role(Role.TRAINER), of_role(Role.PARTICIPANT), SYSTEM], ids=str
)
def test_facts_are_let_through_to_nobody_else(actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        facts.release(scope=WIDE, actor=actor)


def test_a_pseudonym_is_the_same_for_one_holder_and_another_for_the_next() -> None:
    assert facts.pseudonym(7, 1) == facts.pseudonym(7, 1)
    different = {facts.pseudonym(7, 1), facts.pseudonym(7, 2), facts.pseudonym(8, 1)}
    assert len(different) == 3
    assert all(it.startswith("P-") and len(it) == 18 for it in different)


def test_an_armed_movement_and_its_parts_are_nameless() -> None:
    movement = CategoryFactory.create(code="armed-movements")
    part, other = CategoryFactory.create(parent=movement), CategoryFactory.create()
    reading = facts.release(scope=WIDE, actor=of_role(Role.UNIT_HEAD))
    assert facts.nameless(reading) == {movement.id, part.id}
    assert other.id not in facts.nameless(reading)


def test_a_sensitive_place_is_not_told() -> None:
    place, hidden = PlaceFactory.create(), PlaceFactory.create(sensitive=True)
    assert facts.told(place) is place
    assert facts.told(hidden) is None
