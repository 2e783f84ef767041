"""The history of the schema: one line, up and down with rows in it, ending at the models."""

import ast
import hashlib
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import func, inspect, select

from lms.app import create_app
from lms.db import Base
from lms.extensions import db
from tests import factories
from tests.conftest import config_for
from tests.databases import without_schema
from tests.house import ROOT, name, nodes

VERSIONS = sorted((ROOT / "migrations" / "versions").glob("*.py"))
# A landed migration is never edited: it has run where nobody can run it again.
LANDED: dict[str, str] = json.loads((ROOT / "tests" / "landed_migrations.json").read_text())


@pytest.fixture
def unmigrated(tmp_path: Path, worker_id: str) -> Iterator[Flask]:
    """Yield an application, its context open, whose database has no tables."""
    with without_schema(tmp_path, f"migrations_{worker_id}") as address:
        app = create_app(config_for(address, tmp_path))
        with app.app_context():
            yield app
            db.session.remove()
            db.engine.dispose()


def test_each_follows_the_one_before() -> None:
    numbers = [it.name[:4] for it in VERSIONS]
    assert numbers == [f"{it:04}" for it in range(1, len(VERSIONS) + 1)]
    stated = {}
    for path in VERSIONS:
        for it in nodes(path, ast.Assign):
            stated[path.name[:4], ast.unparse(it.targets[0])] = ast.literal_eval(it.value)
    before = [None, *numbers[:-1]]
    assert [stated[it, "revision"] for it in numbers] == numbers
    assert [stated[it, "down_revision"] for it in numbers] == before


@pytest.mark.parametrize("path", VERSIONS, ids=name)
def test_it_needs_nothing_that_may_change(path: Path) -> None:
    imported = {it.module or "" for it in nodes(path, ast.ImportFrom)}
    imported |= {alias.name for it in nodes(path, ast.Import) for alias in it.names}
    assert not [it for it in imported if it.partition(".")[0] == "lms"]


def test_what_has_landed_is_as_it_was() -> None:
    digests = {it.name: hashlib.sha256(it.read_bytes()).hexdigest() for it in VERSIONS}
    assert digests == LANDED, "add a new migration instead, and its digest to the list"


def test_the_newest_schema_is_that_of_the_models(unmigrated: Flask) -> None:
    assert unmigrated
    upgrade()
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.metadata) == []


def test_the_way_back_leaves_nothing(unmigrated: Flask) -> None:
    assert unmigrated
    upgrade()
    downgrade(revision="base")
    assert inspect(db.engine).get_table_names() == ["alembic_version"]
    upgrade()


def test_rows_survive_each_migration_and_its_way_back(unmigrated: Flask) -> None:
    """Walk from the newest to the first: down, up and down again, rows in every table."""
    assert unmigrated
    upgrade()
    for factory in factories.ALL:
        factory.create()
    numbers = [it.name[:4] for it in reversed(VERSIONS)]
    for revision, before in pairwise(numbers):
        downgrade(revision=before)
        upgrade(revision=revision)
        downgrade(revision=before)
        assert without_rows() == [], f"lost by {revision}"
    held = set(inspect(db.engine).get_table_names())
    upgrade()
    assert not held.intersection(without_rows()), "lost on the way up"


def without_rows() -> list[str]:
    """Return the tables of the models that are there and hold nothing."""
    there = set(inspect(db.engine).get_table_names())
    with db.engine.connect() as connection:
        return [
            it.name
            for it in db.metadata.sorted_tables
            if it.name in there and not connection.scalar(select(func.count()).select_from(it))
        ]


def test_every_model_has_its_factory() -> None:
    made = {factory._meta.model for factory in factories.ALL}  # noqa: SLF001 - the library's way
    assert {it.class_ for it in Base.registry.mappers} == made
