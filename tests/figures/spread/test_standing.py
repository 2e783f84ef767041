import pytest
from flask import Flask
from sqlalchemy import delete
from sqlalchemy.schema import DropSchema

from lms.accounts.actors import SYSTEM
from lms.figures.spread import parts
from lms.figures.spread.errors import NotSetUp, OtherServers, ServerBehind
from lms.figures.spread.sending import setting_up
from tests.factories.figures import FactFactory
from tests.figures.spread.given import DAY, on, on_postgresql, send, spread, trained

pytestmark = on_postgresql


@pytest.mark.usefixtures("servers")
def test_before_anything_is_spread_there_is_no_total() -> None:
    with pytest.raises(NotSetUp):
        trained()
    setting_up.set_up(actor=SYSTEM)
    with pytest.raises(NotSetUp):
        trained()


def test_servers_in_another_order_or_fewer_are_refused(app: Flask, servers: list[str]) -> None:
    FactFactory.create_batch(3, last_day=DAY)
    spread()
    for those in (servers[::-1], servers[:2]):
        app.config["LEDGER_SERVERS"] = tuple(those)
        for act in (trained, send):
            with pytest.raises(OtherServers):
                act()


def test_an_emptied_server_is_refused(servers: list[str]) -> None:
    FactFactory.create_batch(3, last_day=DAY)
    spread()
    on(servers[1], DropSchema(parts.SERVER, cascade=True))
    with pytest.raises(OtherServers):
        trained()


def test_a_server_brought_back_from_an_older_copy_is_refused(servers: list[str]) -> None:
    FactFactory.create_batch(3, last_day=DAY)
    spread()
    on(servers[1], delete(parts.part_arrived))
    for act in (trained, send):
        with pytest.raises(ServerBehind, match="2 of 3"):
            act()
