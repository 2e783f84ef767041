from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from lms.app import create_app
from lms.extensions import db
from lms.web import health
from lms.web.health import Health
from tests.conftest import config_for

NOWHERE = "postgresql+psycopg://lms@127.0.0.1:1/lms"


@pytest.fixture
def behind(app: Flask) -> Iterator[None]:
    """Let the database be of a schema before the newest while a test runs."""
    versions = "UPDATE alembic_version SET version_num = :number"
    with app.app_context():
        with db.engine.begin() as connection:
            head = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
            connection.execute(text(versions), {"number": "0001"})
        yield
        with db.engine.begin() as connection:
            connection.execute(text(versions), {"number": head})


@pytest.mark.usefixtures("database")
def test_a_database_at_the_newest_schema_is_good() -> None:
    assert health.examine() == Health(database=True, migrations=True)
    assert health.examine().good


@pytest.mark.usefixtures("behind", "database")
def test_a_database_with_an_older_schema_is_not_good() -> None:
    assert health.examine() == Health(database=True, migrations=False)
    assert not health.examine().good


@pytest.mark.usefixtures("database")
def test_examining_waits_for_no_writer() -> None:
    with db.engine.begin():
        assert health.examine().good


def test_a_database_out_of_reach_is_not_good(tmp_path: Path) -> None:
    with create_app(config_for(NOWHERE, tmp_path)).app_context():
        assert health.examine() == Health(database=False, migrations=False)


def test_the_page_of_a_healthy_installation_says_so(stranger: FlaskClient) -> None:
    answer = stranger.get("/healthz")
    assert answer.status_code == 200
    assert answer.json == {"status": "ok", "database": "ok", "migrations": "at head"}


@pytest.mark.usefixtures("behind")
def test_the_page_of_an_older_schema_is_a_warning(stranger: FlaskClient) -> None:
    answer = stranger.get("/healthz")
    assert answer.status_code == 503
    assert answer.json == {"status": "failing", "database": "ok", "migrations": "behind"}


def test_the_page_about_a_database_out_of_reach_is_answered(tmp_path: Path) -> None:
    answer = create_app(config_for(NOWHERE, tmp_path)).test_client().get("/healthz")
    assert answer.status_code == 503
    assert answer.json == {
        "status": "failing",
        "database": "unreachable",
        "migrations": "behind",
    }
