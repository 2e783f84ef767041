"""What every command does first: an embedded database is brought up to date by itself."""

import click
from flask import current_app
from flask_babel import gettext as _
from flask_migrate import upgrade
from sqlalchemy.exc import OperationalError

from lms.extensions import db
from lms.people import reference as people
from lms.sessions import reference as sessions
from lms.web import health

NEEDS_NOTHING = frozenset({"migrate"})
"""Commands that themselves bring the database up to date."""


def prepare(command: str) -> None:
    """Make the database ready for ``command``, or stop and say what to do.

    An embedded database is migrated and filled with the reference data. On a server somebody
    decides when that happens.
    """
    if command in NEEDS_NOTHING or health.examine().good:
        return
    if db.engine.dialect.name != "sqlite":
        raise click.ClickException(
            _("The database is out of reach or not up to date. Run: lms migrate")
        )
    bring_up_to_date()


def bring_up_to_date() -> None:
    """Migrate to the newest schema and load the reference data that is missing."""
    try:
        upgrade(directory=current_app.extensions["migrate"].directory)
    except OperationalError as error:
        raise click.ClickException(
            _("The database is out of reach. Look at LMS_DATABASE_URL.")
        ) from error
    people.load()
    sessions.load()
    db.session.commit()
