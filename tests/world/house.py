"""The application on a database with the small mission in it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from lms.accounts.models import AccessLog, User
from lms.extensions import db
from lms.http import PARTICIPATION_KEY
from tests import databases
from tests.world.mission import World, furnish
from tests.world.visitors import Visitor

Build = Callable[[str, Path], Flask]
"""Makes the application on the database at an address, with its files in a folder."""


class House:
    """What stands open, and the ids of what is in it."""

    def __init__(self, app: Flask, folder: Path) -> None:
        self.app = app
        self._addresses = count(1)
        self._folder = folder
        self._kept = folder.with_name(f"{folder.name}-kept")
        self.world = self._furnished()

    def browser(
        self, visitor: Visitor, *, locale: str = "en", holds: str = "participation"
    ) -> FlaskClient:
        """Return the browser of a visitor, who comes from an address of their own.

        The holder of a pass code has that of whom the world calls ``holds``.
        """
        with self.app.app_context():
            account = db.session.get(User, getattr(self.world, visitor, 0))
            client = self.app.test_client(user=account)
        if visitor is Visitor.HOLDER:
            with client.session_transaction() as kept:
                kept[PARTICIPATION_KEY] = getattr(self.world, holds)
        client.environ_base["REMOTE_ADDR"] = f"2001:db8::{next(self._addresses)}"
        client.environ_base["HTTP_ACCEPT_LANGUAGE"] = locale
        client.set_cookie("locale", locale)
        return client

    def stored(self) -> dict[str, list[object]]:
        """Return every row of every table but of the log of readings."""
        with self.app.app_context(), db.engine.connect() as connection:
            return {
                name: [*connection.exec_driver_sql(f'SELECT * FROM "{name}" ORDER BY 1')]  # noqa: S608 - our own names
                for name in sorted(db.metadata.tables)
                if name != AccessLog.__tablename__
            }

    def restore(self) -> None:
        """Make everything as it was when the house was opened."""
        with self.app.app_context():
            db.engine.dispose()
        if databases.ON_POSTGRESQL:
            databases.bring_back(self.app.config["SQLALCHEMY_DATABASE_URI"])
            return
        shutil.rmtree(self._folder)
        shutil.copytree(self._kept, self._folder)

    def _furnished(self) -> World:
        with self.app.app_context():
            world = furnish()
            db.session.remove()
            db.engine.dispose()
        if databases.ON_POSTGRESQL:
            databases.keep(self.app.config["SQLALCHEMY_DATABASE_URI"])
        else:
            shutil.copytree(self._folder, self._kept)
        return world


@contextmanager
def opened(build: Build, schema: str, folder: Path) -> Iterator[House]:
    """Yield a house; two of them on PostgreSQL would share one database."""
    with databases.of_test(schema, folder) as address:
        house = House(build(address, folder), folder)
        yield house
        with house.app.app_context():
            db.engine.dispose()
