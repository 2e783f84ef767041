import pytest
from flask import Flask
from sqlalchemy import create_engine, make_url, select, text
from sqlalchemy.pool import NullPool

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures.spread import parts
from lms.figures.spread.errors import MayNotSetUp
from lms.figures.spread.sending import setting_up
from tests.factories.figures import FactFactory
from tests.figures.spread.given import DAY, on, on_postgresql, send, spread, trained

pytestmark = on_postgresql


def test_each_server_knows_which_it_is(servers: list[str]) -> None:
    assert setting_up.set_up(actor=SYSTEM) == 3
    known = [on(it, select(parts.part_of))[0] for it in servers]
    assert [it.number for it in known] == [1, 2, 3]
    assert len({it.token for it in known}) == 1


@pytest.mark.usefixtures("servers")
def test_set_up_anew_everything_can_be_sent_again() -> None:
    FactFactory.create_batch(3, last_day=DAY)
    spread()
    spread()
    assert trained() == 3


def test_another_number_of_servers_takes_all_of_them(app: Flask, servers: list[str]) -> None:
    FactFactory.create_batch(9, last_day=DAY)
    spread()
    app.config["LEDGER_SERVERS"] = tuple(servers[:2])
    assert setting_up.set_up(actor=SYSTEM) == 2
    send()
    assert trained() == 9


def test_a_password_of_any_letters_is_handed_over_as_it_is(app: Flask, servers: list[str]) -> None:
    first = make_url(servers[0]).set(password="it's :odd %s \\")
    app.config["LEDGER_SERVERS"] = (first.render_as_string(hide_password=False),)
    setting_up.set_up(actor=SYSTEM)
    with db.engine.connect() as connection:
        asked = text("SELECT umoptions FROM pg_user_mappings WHERE srvname = 'kalanso_part_1'")
        assert "password=it's :odd %s \\" in connection.scalar(asked)


def test_an_account_without_the_right_is_told_so(app: Flask, servers: list[str]) -> None:
    own = make_url(app.config["SQLALCHEMY_DATABASE_URI"])
    with create_engine(own, poolclass=NullPool).begin() as connection:
        connection.execute(text("CREATE ROLE plain LOGIN"))
    first = make_url(servers[0]).set(username="plain")
    app.config["LEDGER_SERVERS"] = (first.render_as_string(hide_password=False),)
    try:
        with pytest.raises(MayNotSetUp):
            setting_up.set_up(actor=SYSTEM)
    finally:
        with create_engine(own, poolclass=NullPool).begin() as connection:
            connection.execute(text("DROP ROLE plain"))


@pytest.mark.usefixtures("servers")
def test_a_server_of_somebody_else_is_left_alone() -> None:
    other = "kalanso_part_of_mine"
    with db.engine.begin() as connection:
        connection.execute(text("CREATE EXTENSION IF NOT EXISTS postgres_fdw"))
        connection.execute(text(f"CREATE SERVER {other} FOREIGN DATA WRAPPER postgres_fdw"))
    setting_up.set_up(actor=SYSTEM)
    with db.engine.begin() as connection:
        connection.execute(text(f"DROP SERVER {other}"))  # it is still there


@pytest.mark.usefixtures("servers")
def test_only_administrators_set_servers_up() -> None:
    with pytest.raises(NotAllowed):
        setting_up.set_up(actor=Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD))
