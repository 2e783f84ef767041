"""The commands that prove and mend the ledger."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask.cli import with_appcontext
from flask_babel import force_locale, gettext as _, ngettext

from lms.accounts.current import command_actor
from lms.accounts.labels import refused
from lms.clock import now
from lms.errors import LmsError
from lms.extensions import db
from lms.figures.proofs.checking import check as check_ledger, read_one_moment
from lms.figures.proofs.rebuilding import rebuild as rebuild_ledger
from lms.figures.proofs.wording import line
from lms.figures.spread.cli import spread
from lms.i18n import LOCALES, language

LANGUAGE = click.option(
    "--lang", type=click.Choice(LOCALES), help="Of the answer; else that of the terminal."
)
ACCOUNT = click.option("--as", "email", metavar="EMAIL", help="Act as this account.")


@contextmanager
def answering(lang: str | None) -> Iterator[None]:
    """Answer in a language, and end with one sentence where there is no answer."""
    with force_locale(lang or language()):
        try:
            yield
        except LmsError as error:
            raise click.ClickException(refused(error)) from error


@click.group()
def ledger() -> None:
    """Prove that the ledger says what the rules give from the lists, or mend it."""


ledger.add_command(spread)


@ledger.command()
@LANGUAGE
@ACCOUNT
@with_appcontext
def check(*, lang: str | None, email: str | None) -> None:
    """Say where the ledger differs from the lists, a line a difference; exit 0 if nowhere."""
    read_one_moment()
    differs = False
    with answering(lang):
        for it in check_ledger(actor=command_actor(email)):
            click.echo(line(it))
            differs = True
        if not differs:
            click.echo(_("The ledger says what the rules give from the lists."))
    if differs:
        raise click.exceptions.Exit(1)


@ledger.command()
@LANGUAGE
@ACCOUNT
@with_appcontext
def rebuild(*, lang: str | None, email: str | None) -> None:
    """Write each difference as a fact retracted, a fact added, or both; the past stays."""
    with answering(lang):
        found = rebuild_ledger(now=now(), actor=command_actor(email))
        db.session.commit()
        for it in found:
            click.echo(line(it))
        click.echo(
            ngettext("%(num)s difference mended.", "%(num)s differences mended.", len(found))
            if found
            else _("Nothing to mend: the ledger says what the rules give from the lists.")
        )
