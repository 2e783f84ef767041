"""``lms create-admin``: the first administrator."""

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.errors import AddressTaken
from lms.accounts.passwords import LONGEST, SHORTEST
from lms.accounts.services import Profile, create_user
from lms.extensions import db


@click.command("create-admin")
@click.argument("email")
@click.option("--name", help="Shown to others; the beginning of the address unless given.")
@with_appcontext
def create_admin(email: str, name: str | None) -> None:
    """Make an administrator with this e-mail address, and ask for the password."""
    local, at, domain = email.strip().partition("@")
    if not (local and at and "." in domain):
        raise click.ClickException(_("Write an e-mail address, such as awa@example.org."))
    password = click.prompt(_("Password"), hide_input=True, confirmation_prompt=True)
    if len(password) > LONGEST:
        raise click.ClickException(_("This is too long. Shorten it."))
    if len(password) < SHORTEST:
        raise click.ClickException(
            _(
                "A password has at least %(num)s characters. A few words in a row are easy to"
                " remember.",
                num=SHORTEST,
            )
        )
    profile = Profile(name=name or local, email=email, role=Role.ADMINISTRATOR)
    try:
        create_user(profile=profile, password=password, actor=SYSTEM)
    except AddressTaken as error:
        raise click.ClickException(_("An account has this address already.")) from error
    db.session.commit()
    click.echo(_("The administrator can sign in."))
