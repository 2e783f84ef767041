"""The command that prints totals: parse, read, answer on standard output."""

from datetime import datetime
from pathlib import Path

import click
from flask.cli import with_appcontext
from flask_babel import force_locale

from lms import clock
from lms.accounts.actors import Actor
from lms.accounts.current import command_actor
from lms.accounts.labels import refused
from lms.db import see_one_moment
from lms.errors import LmsError
from lms.extensions import db
from lms.figures.cli import answers
from lms.figures.cli.options import FORMS, Asked, Dimensions, Moment, refuse, refuse_outside
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.exports import Origin
from lms.figures.release import gate
from lms.figures.release.asking import TwoWouldTell
from lms.figures.release.cells import Audience
from lms.figures.release.gate import Release
from lms.i18n import LOCALES, language
from lms.lib.whole_files import write_whole
from lms.unit.queries import profile

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option("--from", "first", type=DAY, required=True, help="First day, included.")
@click.option("--to", "last", type=DAY, required=True, help="Last day, included.")
@click.option("--measure", type=click.Choice([str(it) for it in Measure]), help="Only this one.")
@click.option(
    "--by",
    "dimensions",
    type=Dimensions(),
    default=(),
    help=f"Rows of the table, and its columns if two are given: {', '.join(Dimension)}.",
)
@click.option("--as-of", type=Moment(), help="As known then; a day means its end.")
@click.option(
    "--lang", type=click.Choice(LOCALES), help="Of the answer; else that of the terminal."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="table",
    show_default=True,
)
@click.option("--release", is_flag=True, help="As it may leave the unit: small numbers masked.")
@click.option("--hxl", is_flag=True, help="CSV by sex and age with a row of HXL hashtags.")
@click.option(
    "--mapping",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What our figures are called in DHIS2: JSON or CSV as docs/dhis2.md says.",
)
@click.option("-o", "output", type=click.Path(dir_okay=False, path_type=Path), help="A file.")
@click.option("--as", "email", metavar="EMAIL", help="Act as this account.")
@with_appcontext
def figures(  # noqa: PLR0913 - one argument an option, as click hands them over
    *,
    first: datetime,
    last: datetime,
    measure: str | None,
    dimensions: tuple[Dimension, ...],
    as_of: datetime | None,
    lang: str | None,
    form: str,
    release: bool,
    hxl: bool,
    mapping: Path | None,
    output: Path | None,
    email: str | None,
) -> None:
    """Print totals of a period, both days included.

    Without --by, a line a top-level category and measure. A row in which nobody stands is left
    out, an overlap of zero too; the total of a measure is always there, indicators have none.
    With two dimensions, rows of the first are set out along the second, a table a measure: for
    inside the unit alone. A file for DHIS2 always goes as with --release.
    """
    asked = Asked(
        measures=[Measure(measure)] if measure else [*Measure],
        dimensions=dimensions,
        form=form,
        hxl=hxl,
        mapping=mapping,
    )
    with force_locale(lang or language()):
        refuse(asked, first, last, output)
        if release:
            refuse_outside(asked)
        audience = Audience.OUTSIDE if release or form == "dhis2" else Audience.INSIDE
        scope = Scope(window=Window(first.date(), last.date()), as_of=as_of)
        found, origin = _read(scope, audience, email)
        content = answers.content(found, asked, origin)
        answers.say_beside(found, origin)
    if output is None:
        click.echo(content, nl=False)
    else:
        write_whole(output, [content])


def _read(scope: Scope, audience: Audience, email: str | None) -> tuple[Release, Origin]:
    try:
        see_one_moment(db.session())
        actor = command_actor(email)
        return gate.release(scope=scope, audience=audience, actor=actor), _origin(actor)
    except TwoWouldTell as error:
        raise click.UsageError(error.sentence) from error
    except LmsError as error:
        raise click.ClickException(refused(error)) from error


def _origin(actor: Actor) -> Origin:
    who = f"{actor.kind} {actor.id or ''}".strip()
    return Origin(by=who, now=clock.now(), is_sample=profile().is_sample)
