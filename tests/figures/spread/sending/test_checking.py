import pytest
from sqlalchemy import delete, update

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed
from lms.figures.spread import parts
from lms.figures.spread.errors import NotSetUp
from lms.figures.spread.sending import checking, setting_up
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.figures.spread.given import DAY, on, on_postgresql, spread

pytestmark = on_postgresql


@pytest.mark.usefixtures("servers")
def test_what_was_sent_is_what_the_ledger_says() -> None:
    FactFactory.create_batch(4, last_day=DAY)
    HeadcountFactFactory.create(last_day=DAY, count=40)
    spread()
    found = checking.check(actor=SYSTEM)
    assert (found.differing, found.months_since) == ((), 0)


def test_a_fact_lost_or_altered_on_a_server_is_found(servers: list[str]) -> None:
    facts = FactFactory.create_batch(4, last_day=DAY)
    spread()
    lost, altered, *_ = facts
    column = parts.part_fact.c
    for address in servers:
        on(address, delete(parts.part_fact).where(column.fact == lost.id))
        on(address, update(parts.part_fact).where(column.fact == altered.id).values(sex=0))
    found = checking.check(actor=SYSTEM)
    assert found.differing == (lost.training_session_id, altered.training_session_id)


@pytest.mark.usefixtures("servers")
def test_what_changed_since_is_told_apart_from_faults() -> None:
    FactFactory.create(last_day=DAY)
    spread()
    later = FactFactory.create(last_day=DAY)
    found = checking.check(actor=SYSTEM)
    assert (found.differing, found.months_since) == ((later.training_session_id,), 1)


@pytest.mark.usefixtures("servers")
def test_nothing_sent_is_nothing_to_check() -> None:
    setting_up.set_up(actor=SYSTEM)
    with pytest.raises(NotSetUp):
        checking.check(actor=SYSTEM)


def test_a_trainer_may_not_check() -> None:
    with pytest.raises(NotAllowed):
        checking.check(actor=Actor(kind=ActorKind.USER, id=1, role=Role.TRAINER))
