"""The sample mission, built once a worker and only read afterwards; another may be changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask_login import FlaskLoginClient

from lms.app import create_app
from lms.demo.cli import demo
from lms.extensions import db
from tests import databases
from tests.conftest import config_for
from tests.factories.accounts import UserFactory


@pytest.fixture(scope="session")
def sample_mission(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Flask]:
    """Yield an application on the sample mission, as the command builds it over another."""
    folder = tmp_path_factory.mktemp("sample")
    with built(folder, f"lms_sample_{_worker(request)}") as app:
        yield app


@pytest.fixture(scope="module")
def own_mission(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Flask]:
    """Yield the same for tests that change it."""
    folder = tmp_path_factory.mktemp("own")
    with built(folder, f"lms_own_{_worker(request)}") as app:
        yield app


@contextmanager
def built(folder: Path, database: str) -> Iterator[Flask]:
    """Yield an application on a sample mission of its own."""
    with databases.without_schema(folder, database) as address:
        app = create_app(config_for(address, folder))
        app.test_client_class = FlaskLoginClient
        with app.app_context():
            db.create_all()
            UserFactory.create(email="before@example.org")
        answer = app.test_cli_runner().invoke(demo, ["--reset"])
        assert answer.exit_code == 0, answer.output
        yield app
        with app.app_context():
            db.engine.dispose()


def _worker(request: pytest.FixtureRequest) -> str:
    given: dict[str, str] = getattr(request.config, "workerinput", {})
    return given.get("workerid", "main")
