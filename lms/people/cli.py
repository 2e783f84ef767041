"""The command that follows a change of the tables of names."""

import click
from flask.cli import with_appcontext
from flask_babel import ngettext

from lms.accounts.current import command_actor
from lms.accounts.labels import refused
from lms.errors import LmsError
from lms.extensions import db
from lms.people import services


@click.command("refresh-names")
@click.option("--as", "email", metavar="EMAIL", help="Act as this account.")
@with_appcontext
def refresh_names(*, email: str | None) -> None:
    """Compare all names anew, after name-spellings.csv or names-apart.csv has changed."""
    try:
        changed = services.refresh_keys(missing_only=False, actor=command_actor(email))
    except LmsError as error:
        raise click.ClickException(refused(error)) from error
    db.session.commit()
    click.echo(
        ngettext(
            "%(num)s spelling is compared anew.", "%(num)s spellings are compared anew.", changed
        )
    )
