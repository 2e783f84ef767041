"""``lms demo``: the sample mission, and how to come into it."""

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _

from lms import clock
from lms.accounts.actors import SYSTEM, Role
from lms.accounts.labels import ROLES
from lms.demo import queries
from lms.demo.building import build
from lms.demo.queries import SignIns
from lms.demo.services import wipe
from lms.extensions import db


@click.command()
@click.option("--reset", is_flag=True, help="Delete everything there is first.")
@with_appcontext
def demo(*, reset: bool) -> None:
    """Build the sample mission in an empty database."""
    if reset:
        wipe(actor=SYSTEM)
    elif queries.holds_anything():
        raise click.ClickException(
            _(
                "This database is in use and was left as it is. To replace all of it by the"
                " sample mission, run: lms demo --reset"
            )
        )
    build_sample()
    show_sign_ins(queries.sign_ins())


def build_sample() -> None:
    """Build the sample mission in the database, which holds nothing, and commit it whole."""
    build(today=clock.today(), now=clock.now(), actor=SYSTEM)
    db.session.commit()


def show_sign_ins(found: SignIns | None) -> None:
    """Print how to come into the sample mission; nothing where there is none."""
    if found is None:
        return
    rows = [(str(ROLES[it.role]), it.email, it.password) for it in found.accounts]
    if found.short_code and found.pass_code:
        rows.append((str(ROLES[Role.PARTICIPANT]), found.short_code, found.pass_code))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    click.echo("Données d’exemple / Sample data")
    for row in rows:
        cells = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(["", *cells]).rstrip())
