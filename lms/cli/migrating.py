"""``lms migrate``: the newest schema, when somebody says so."""

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _

from lms.cli.preparing import bring_up_to_date


@click.command()
@with_appcontext
def migrate() -> None:
    """Bring the database to the newest schema and load the reference data."""
    bring_up_to_date()
    click.echo(_("The database is up to date."))
