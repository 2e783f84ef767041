"""An application of its own for a measurement, on an empty database."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from flask import Flask

from lms.app import create_app
from lms.cli import preparing
from lms.config import Config
from lms.extensions import db


@contextmanager
def application(**settings: str) -> Iterator[Flask]:
    """Yield an application with these settings, its schema made; nothing of it stays."""
    with TemporaryDirectory() as home:
        app = create_app(Config.from_environ({**os.environ, "LMS_HOME": home, **settings}))
        with app.app_context():
            preparing.bring_up_to_date()
        yield app
        with app.app_context():
            db.session.remove()
            db.engine.dispose()
