from datetime import timedelta

import pytest
from click.testing import Result
from flask import Flask

from lms.extensions import db
from lms.figures import ledger as keeping
from lms.figures.proofs.cli import ledger
from tests.factories.figures import RECORDED, FactFactory
from tests.factories.unit import UnitProfileFactory
from tests.figures.spread.given import DAY, away, on_postgresql

PERIOD = ("--from", "2014-01-01", "--to", "2014-12-31")


def run(app: Flask, *words: str, lang: str = "en") -> Result:
    return app.test_cli_runner().invoke(ledger, ["spread", *words, "--lang", lang])


@on_postgresql
@pytest.mark.usefixtures("servers")
def test_from_setting_up_to_a_total(app: Flask) -> None:
    facts = FactFactory.create_batch(3, last_day=DAY)
    assert run(app, "set-up").stdout.startswith("Ready over 3 servers.")
    assert run(app, "send").stdout.startswith("3 facts sent: all has arrived and counts.")
    told = run(app, "total", *PERIOD)
    assert told.stdout.splitlines()[-1].split() == ["Distinct", "persons", "3"]
    assert told.stderr.startswith("As the ledger was on ")
    assert run(app, "check").stdout == "The servers hold what the ledger does.\n"
    facts[0].retracted_at = RECORDED + timedelta(days=1)
    keeping.keep([facts[0].training_session_id])
    db.session.commit()
    differs = run(app, "check")
    assert differs.exit_code == 1
    assert differs.stdout.splitlines()[1:] == [str(facts[0].training_session_id)]


@on_postgresql
def test_a_server_away_is_one_sentence_and_no_total(app: Flask, servers: list[str]) -> None:
    FactFactory.create_batch(3, last_day=DAY)
    for command in ("set-up", "send"):
        assert run(app, command).exit_code == 0
    with away(servers[2]):
        told = run(app, "total", *PERIOD)
    assert (told.exit_code, told.stdout) == (1, "")
    assert told.stderr.startswith("Error: Server 3 of 3 cannot be reached")
    assert len(told.stderr.splitlines()) == 1


@on_postgresql
@pytest.mark.usefixtures("servers")
def test_sample_data_is_called_so_and_a_past_day_is_its_end(app: Flask) -> None:
    UnitProfileFactory.create(is_sample=True)
    FactFactory.create(last_day=DAY)
    for command in ("set-up", "send"):
        assert run(app, command).exit_code == 0
    told = [run(app, "total", *PERIOD, "--as-of", it) for it in ("2014-03-31", "2014-04-01")]
    assert [it.stdout.split()[-1] for it in told] == ["0", "1"]
    assert all("Sample data" in it.stderr for it in told)


@pytest.mark.one_engine("sqlite", reason="PostgreSQL can be spread")
@pytest.mark.parametrize("words", [("set-up",), ("send",), ("check",), ("total", *PERIOD)])
def test_sqlite_is_refused_in_a_sentence(app: Flask, words: tuple[str, ...]) -> None:
    told = run(app, *words)
    assert told.exit_code == 1
    assert told.output == (
        "Error: Only a ledger on PostgreSQL can be spread over several servers.\n"
    )


def test_a_period_that_ends_before_it_begins_is_refused(app: Flask) -> None:
    app.config["COMMAND_LOCALE"] = "en"
    told = run(app, "total", "--from", "2014-12-31", "--to", "2014-01-01")
    assert told.exit_code == 2
    assert "it cannot be before --from" in told.output


def test_somebody_unknown_is_refused(app: Flask) -> None:
    told = run(app, "send", "--as", "nobody@example.org")
    assert told.exit_code == 1
    assert "No account that can sign in has this address." in told.output
