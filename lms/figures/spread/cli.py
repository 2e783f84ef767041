"""The commands that spread the ledger over several servers, and ask them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time

import click
from flask.cli import with_appcontext
from flask_babel import force_locale, gettext as _

from lms.accounts.current import command_actor
from lms.accounts.labels import refused
from lms.errors import LmsError
from lms.extensions import db
from lms.figures import labels
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.counting.tables import LineKind
from lms.figures.labels import Names
from lms.figures.spread import totals, wording
from lms.figures.spread.errors import SpreadError
from lms.figures.spread.sending import batches, checking, setting_up
from lms.figures.spread.totals import SpreadReading
from lms.i18n import LOCALES, language
from lms.unit.queries import profile

LANGUAGE = click.option(
    "--lang", type=click.Choice(LOCALES), help="Of the answer; else that of the terminal."
)
ACCOUNT = click.option("--as", "email", metavar="EMAIL", help="Act as this account.")
DAY = click.DateTime(["%Y-%m-%d"])
COUNTED = [str(it) for it in Measure if it is not Measure.INDICATOR]


@contextmanager
def answering(lang: str | None) -> Iterator[None]:
    """Answer in a language, and end with one sentence where there is no answer."""
    with force_locale(lang or language()):
        try:
            yield
        except SpreadError as error:
            raise click.ClickException(wording.refused(error)) from error
        except LmsError as error:
            raise click.ClickException(refused(error)) from error


@click.group()
def spread() -> None:
    """Spread the ledger over several servers of PostgreSQL, by person, and ask them."""


@spread.command()
@LANGUAGE
@ACCOUNT
@with_appcontext
def set_up(*, lang: str | None, email: str | None) -> None:
    """Make the servers ready, empty; what was spread before is thrown away."""
    with answering(lang):
        made = setting_up.set_up(actor=command_actor(email))
        db.session.commit()
        click.echo(wording.ready(made))


@spread.command()
@LANGUAGE
@ACCOUNT
@with_appcontext
def send(*, lang: str | None, email: str | None) -> None:
    """Send what changed in the ledger; it counts once all of it has arrived."""
    with answering(lang):
        found = batches.send(actor=command_actor(email))
        db.session.commit()
        click.echo(wording.sent(found))


@spread.command()
@LANGUAGE
@ACCOUNT
@with_appcontext
def check(*, lang: str | None, email: str | None) -> None:
    """Say whether the servers hold what the ledger does; exit 0 if so."""
    with answering(lang):
        found = checking.check(actor=command_actor(email))
        click.echo(wording.checked(found))
        for it in found.differing:
            click.echo(str(it))
    if found.differing:
        raise click.exceptions.Exit(1)


@spread.command()
@click.option("--from", "first", type=DAY, required=True, help="First day, included.")
@click.option("--to", "last", type=DAY, required=True, help="Last day, included.")
@click.option("--measure", type=click.Choice(COUNTED), default=COUNTED[0], show_default=True)
@click.option(
    "--by",
    "dimension",
    type=click.Choice([str(it) for it in Dimension]),
    default=str(Dimension.CATEGORY),
    show_default=True,
    help="Rows of the table.",
)
@click.option("--as-of", "day", type=DAY, help="As known at the end of that day, UTC.")
@LANGUAGE
@ACCOUNT
@with_appcontext
def total(  # noqa: PLR0913 - one argument an option, as click hands them over
    *,
    first: datetime,
    last: datetime,
    measure: str,
    dimension: str,
    day: datetime | None,
    lang: str | None,
    email: str | None,
) -> None:
    """Print the totals of a period, both days included, as the servers count them."""
    if last < first:
        raise click.BadParameter(_("it cannot be before --from"), param_hint="--to")
    as_of = day and datetime.combine(day, time.max, UTC)
    scope = Scope(window=Window(first.date(), last.date()), as_of=as_of)
    with answering(lang):
        reading = totals.read(scope=scope, actor=command_actor(email))
        for line in _lines(reading, Measure(measure), Dimension(dimension)):
            click.echo(line)
        click.echo(wording.as_of(reading.standing.moment), err=True)
        if profile().is_sample:
            click.echo(wording.sample(), err=True)


def _lines(reading: SpreadReading, measure: Measure, dimension: Dimension) -> Iterator[str]:
    names = Names(
        categories={it.code: labels.text(it) for it in reading.categories},
        regions={it.code: labels.region(it) for it in reading.regions.values()},
    )
    made = [
        ("  " * it.depth + labels.line(it, names, measure, dimension), labels.count(it.total))
        for it in reading.table(measure, dimension).lines
        if it.total.value or it.kind is LineKind.TOTAL
    ]
    width = max(len(head) for head, _count in made)
    for head, count in made:
        yield f"{head:<{width}}  {count:>12}"
