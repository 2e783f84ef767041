import pytest
from sqlalchemy.exc import DBAPIError

from lms.figures.spread.errors import NoServers, OnlyPostgres, ServerAway
from lms.figures.spread.servers import ask, is_away, servers as named
from tests.figures.spread.given import away, on_postgresql


class _Refused(Exception):
    sqlstate = "42P01"


class _Gone(Exception):
    sqlstate = "57P01"


def error(origin: Exception) -> DBAPIError:
    return DBAPIError("SELECT 1", {}, origin)


def test_a_lost_connection_is_told_apart_from_a_bad_question() -> None:
    assert is_away(error(_Gone()))
    assert is_away(error(Exception("no connection")))
    assert not is_away(error(_Refused()))


@pytest.mark.one_engine("sqlite", reason="PostgreSQL can be spread")
@pytest.mark.usefixtures("database")
def test_sqlite_cannot_be_spread() -> None:
    with pytest.raises(OnlyPostgres):
        named()


@on_postgresql
@pytest.mark.usefixtures("database")
def test_servers_must_be_named() -> None:
    with pytest.raises(NoServers):
        named()


@on_postgresql
@pytest.mark.usefixtures("servers")
def test_all_are_asked_and_answer_in_their_order() -> None:
    assert ask(named(), lambda server, _connection: server.number) == [1, 2, 3]


@on_postgresql
def test_one_away_leaves_no_answer_at_all(servers: list[str]) -> None:
    with away(servers[1]), pytest.raises(ServerAway) as raised:
        ask(named(), lambda server, _connection: server.number)
    assert (raised.value.number, raised.value.of) == (2, 3)


@on_postgresql
@pytest.mark.usefixtures("servers")
def test_no_address_is_shown() -> None:
    assert "postgresql" not in repr(named())
