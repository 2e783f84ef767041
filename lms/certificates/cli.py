"""Commands of the certificates: like a view, parse, call one service, commit, answer."""

from pathlib import Path

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _

from lms.accounts.current import command_actor
from lms.accounts.labels import refused
from lms.certificates import queries, services
from lms.certificates.drawing import draw
from lms.certificates.errors import NotClosed
from lms.certificates.kinds import State
from lms.certificates.rules.numbers import read_code
from lms.certificates.values import from_json
from lms.clock import now
from lms.errors import LmsError, NotFound
from lms.extensions import db
from lms.lib.whole_files import write_whole


@click.command("issue-certificates")
@click.argument("training_session", metavar="SESSION")
@click.option(
    "-o",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write a PDF of each valid certificate into this folder.",
)
@click.option("--as", "email", metavar="EMAIL", help="Act as this account.")
@with_appcontext
def issue_certificates(training_session: str, folder: Path | None, email: str | None) -> None:
    """Issue what is missing in a closed session, named by its reference or short code.

    Prints the number of each valid certificate of the session, one a line.
    """
    try:
        found = queries.training_session_called(training_session)
        services.issue(training_session=found, now=now(), actor=command_actor(email))
    except NotClosed as error:
        said = _("This session is not closed yet: nothing was issued.")
        raise click.ClickException(said) from error
    except LmsError as error:
        raise click.ClickException(refused(error)) from error
    db.session.commit()
    for certificate in queries.to_print(found.id):
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            file = draw([from_json(certificate.content)])
            write_whole(folder / f"{certificate.number}.pdf", [file])
        click.echo(certificate.number)


@click.command("verify-certificate")
@click.argument("code")
@with_appcontext
def verify_certificate(code: str) -> None:
    """Say whether the certificate with this code is valid; exit 0 only if it is."""
    try:
        certificate = queries.by_code(read_code(code) or "")
    except NotFound:
        click.echo("false")
        raise click.exceptions.Exit(1) from None
    valid = certificate.state is State.ISSUED
    click.echo("valid" if valid else certificate.state.value)
    if not valid:
        raise click.exceptions.Exit(1)
