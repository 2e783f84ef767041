from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from flask import Flask
from sqlalchemy import func, select, text

from lms.app import create_app
from lms.cli.preparing import bring_up_to_date, prepare
from lms.extensions import db
from lms.people.models import Category, Organisation
from lms.sessions.models import Place
from lms.web import health
from tests.conftest import config_for
from tests.databases import without_schema
from tests.factories.accounts import UserFactory
from tests.statements import counted

NOWHERE = "postgresql+psycopg://lms@127.0.0.1:1/lms"


@pytest.fixture
def empty(tmp_path: Path, worker_id: str) -> Iterator[Flask]:
    """Yield an application, its context open, whose database has no tables."""
    with without_schema(tmp_path, f"preparing_{worker_id}") as address:
        app = create_app(config_for(address, tmp_path))
        with app.app_context():
            yield app
            db.session.remove()
            db.engine.dispose()


def loaded() -> list[int]:
    """Return how many rows of reference data there are, by kind."""
    counts = [
        db.session.scalar(select(func.count(it.id))) for it in (Category, Organisation, Place)
    ]
    db.session.rollback()
    return [it or 0 for it in counts]


@pytest.mark.usefixtures("empty")
def test_an_empty_database_gets_its_schema_and_its_reference_data() -> None:
    bring_up_to_date()
    assert health.examine().good
    assert all(loaded())


@pytest.mark.usefixtures("empty")
def test_what_is_up_to_date_is_left_as_it_is() -> None:
    bring_up_to_date()
    UserFactory.create()
    before = loaded()
    bring_up_to_date()
    assert loaded() == before


def test_a_command_on_a_database_at_head_asks_it_little(app: Flask) -> None:
    with counted(app) as sent, app.app_context():
        prepare("figures")
    assert not [it for it in sent if not it.startswith(("SELECT", "BEGIN", "PRAGMA"))]
    assert len(sent) < 8


@pytest.mark.usefixtures("empty")
@pytest.mark.one_engine("sqlite", reason="on a server somebody decides when it is migrated")
def test_an_embedded_database_is_prepared_before_a_command() -> None:
    prepare("figures")
    assert all(loaded())


@pytest.mark.usefixtures("empty")
@pytest.mark.one_engine("postgresql", reason="an embedded database is migrated by itself")
def test_on_a_server_a_command_stops_and_names_the_one_to_run() -> None:
    with pytest.raises(click.ClickException, match="lms migrate"):
        prepare("figures")
    assert not health.examine().migrations
    with db.engine.connect() as connection:
        assert connection.execute(text("SELECT to_regclass('audit_entry')")).scalar_one() is None


@pytest.mark.usefixtures("empty")
def test_the_command_that_migrates_is_not_kept_from_it() -> None:
    prepare("migrate")
    assert not health.examine().migrations


@pytest.mark.parametrize("address", [NOWHERE, "sqlite:////nowhere/lms.sqlite"])
def test_a_database_out_of_reach_is_named_by_its_setting(tmp_path: Path, address: str) -> None:
    out_of_reach = create_app(config_for(address, tmp_path)).app_context()
    with out_of_reach, pytest.raises(click.ClickException, match="LMS_DATABASE_URL"):
        bring_up_to_date()


def test_a_server_out_of_reach_stops_a_command(tmp_path: Path) -> None:
    out_of_reach = create_app(config_for(NOWHERE, tmp_path)).app_context()
    with out_of_reach, pytest.raises(click.ClickException, match="lms migrate"):
        prepare("figures")
