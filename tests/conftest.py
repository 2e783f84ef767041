"""Fixtures every test may use; rows come from factories, never from here."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_login import FlaskLoginClient
from flask_migrate import upgrade
from hypothesis import settings
from jinja2 import FileSystemBytecodeCache
from werkzeug.test import TestResponse
from xdist.remote import Producer

from lms.accounts.actors import Role
from lms.app import create_app
from lms.config import Argon2, Config
from lms.extensions import db, limiter
from tests import databases
from tests.factories.accounts import UserFactory
from tests.house import ROOT
from tests.scheduling import Together
from tests.world.house import House, opened

# A busy machine is no fault of the code; the same examples every time.
settings.register_profile("house", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("house")


# What an application makes of a template is the same each time.
COMPILED = FileSystemBytecodeCache()

PLAIN = frozenset(
    {"no_network", "request", "tmp_path", "monkeypatch", "caplog", "capsys", "_session_faker"}
)
"""Fixtures that have no database."""


class Browse(Protocol):
    """Makes the browser of a new signed-in user."""

    def __call__(
        self, *, role: Role = Role.TRAINER, locale: str = "en", regions: tuple[str, ...] = ()
    ) -> FlaskClient:
        """Return it."""


class Browser(FlaskLoginClient):  # type: ignore[misc]  # flask_login ships no types
    """Reads each answer to its end and closes it, as a browser does."""

    def open(self, *args: object, buffered: bool = True, **more: object) -> TestResponse:
        """Return the answer."""
        answer: TestResponse = super().open(*args, buffered=buffered, **more)
        return answer


def config_for(address: str, home: Path) -> Config:
    """Return the settings of a test; argon2 is as quick as it can be."""
    return Config(
        SECRET_KEY="test" * 8,
        SQLALCHEMY_DATABASE_URI=address,
        HOME=home,
        TESTING=True,
        WTF_CSRF_ENABLED=False,
        ARGON2=Argon2(time_cost=1, memory_cost=8, parallelism=1),
    )


def build(address: str, home: Path) -> Flask:
    """Make an application whose browsers can be those of users."""
    app = create_app(config_for(address, home))
    app.test_client_class = Browser
    app.jinja_env.bytecode_cache = COMPILED
    return app


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """Keep together on one worker what takes long to build."""
    return Together(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to SQLite what asks no database."""
    if databases.ON_POSTGRESQL:
        left = [it for it in items if not _asks_postgresql(it)]
        config.hook.pytest_deselected(items=left)
        items[:] = [it for it in items if _asks_postgresql(it)]


def _asks_postgresql(item: pytest.Item) -> bool:
    """Return whether a test may ask the database, and not only how pages read and look.

    What a browser does in two languages asks the same of a database.
    """
    needs = set(getattr(item, "fixturenames", ())) - PLAIN
    if isinstance(item, pytest.Function) and hasattr(item, "callspec"):
        if "browser" in needs and item.callspec.params.get("locale") == "en":
            return False
        needs -= item.callspec.params.keys()
    return bool(needs) and item.get_closest_marker("reading_pages") is None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what holds on the other engine only."""
    mark = item.get_closest_marker("one_engine")
    if mark and (mark.args[0] == "postgresql") != databases.ON_POSTGRESQL:
        pytest.skip(f"{mark.args[0]} only: {mark.kwargs['reason']}")


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""
    patch = pytest.MonkeyPatch()
    connect = socket.socket.connect

    def guarded(it: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if host not in {"", "127.0.0.1", "::1", "localhost"}:
            raise RuntimeError("a test may not leave this machine")
        connect(it, address)  # type: ignore[arg-type]  # as it came

    patch.setattr(socket.socket, "connect", guarded)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def schema(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> str:
    """Return the address of this worker's database, its schema made by the migrations."""
    folder = tmp_path_factory.mktemp("schema")

    def build(address: str) -> None:
        app = create_app(config_for(address, folder))
        with app.app_context():
            if any((ROOT / "migrations" / "versions").glob("*.py")):
                upgrade(directory=str(ROOT / "migrations"))
            else:
                db.create_all()
            db.engine.dispose()

    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    return databases.of_worker(worker, folder, build)


@pytest.fixture(scope="session")
def shared(schema: str, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """Return this worker's application; to make one takes longer than most tests do."""
    folder = tmp_path_factory.mktemp("shared")
    with databases.of_test(schema, folder) as address:
        return build(address, folder)


@pytest.fixture
def app(
    schema: str, tmp_path: Path, shared: Flask, request: pytest.FixtureRequest
) -> Iterator[Flask]:
    """Yield an application with no context open, on a database without rows.

    It is this worker's with its settings as they were, or one of the test's own.
    """
    if request.node.get_closest_marker("own_app"):
        with databases.of_test(schema, tmp_path) as address:
            yield from used(build(address, tmp_path))
        return
    kept, home = dict(shared.config), shared.config["HOME"]
    with databases.of_test(schema, home):
        limiter.reset()
        shared.config["HOME"] = tmp_path
        yield from used(shared)
    shared.config.clear()
    shared.config.update(kept)


def used(app: Flask) -> Iterator[Flask]:
    """Yield an application and close what it held of its database."""
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="module")
def open_house(schema: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Yield a house with a row of everything, which the tests of a module only look at."""
    with opened(build, schema, tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest.fixture
def house(open_house: House) -> Iterator[House]:
    """Yield that house to a test that changes something in it."""
    yield open_house
    open_house.restore()


@pytest.fixture
def database(app: Flask) -> Iterator[None]:
    """Open a context for tests below the view; a view test must not share one."""
    with app.app_context():
        yield


@pytest.fixture
def browse(app: Flask) -> Browse:
    """Return a function that signs a new user in and returns their browser."""

    def signed_in(
        *, role: Role = Role.TRAINER, locale: str = "en", regions: tuple[str, ...] = ()
    ) -> FlaskClient:
        with app.app_context():
            user = UserFactory.create(role=role, locale=locale, regions=list(regions))
            client = app.test_client(user=user)
        client.environ_base["HTTP_ACCEPT_LANGUAGE"] = locale
        return client

    return signed_in


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    """Return the browser of somebody who has not signed in."""
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client
