"""The command that prints totals: parse, read, answer on standard output."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

import click
from flask.cli import with_appcontext
from flask_babel import force_locale

from lms import clock
from lms.accounts.actors import Actor
from lms.accounts.current import command_actor
from lms.db import see_one_moment
from lms.errors import LmsError
from lms.extensions import db
from lms.figures import exports, labels, queries
from lms.figures.counting.dimensions import RELEASED, Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.exports import COUNTED, CSV_COLUMNS, BadMapping, Entry, Origin
from lms.figures.release import gate
from lms.figures.release.cells import Audience
from lms.figures.release.gate import Release
from lms.i18n import LOCALES
from lms.lib.sheets.writing import write_csv
from lms.lib.whole_files import write_whole
from lms.unit.queries import profile

DAY = click.DateTime(["%Y-%m-%d"])
DAY_ONLY = 10  # letters of 2015-08-03
FILES = ("xlsx", "pdf")
"""Forms that are no text, so that they need a file."""
OF_SOMEBODY = (*FILES, "dhis2")
"""Forms that are not made of nothing."""


class Moment(click.ParamType[datetime]):
    """A day, which means its end, or a moment in UTC unless it says its zone."""

    name = "day or moment"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Return the moment, or fail with a sentence."""
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail("write 2015-08-03 or 2015-08-03T14:30", param, ctx)
        if len(str(value)) == DAY_ONLY:
            moment = datetime.combine(moment, time.max)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the answer holds, and its form."""

    measures: list[Measure]
    dimension: Dimension | None
    form: str
    hxl: bool = False
    mapping: Path | None = None

    @property
    def row(self) -> str:
        """The name of the first column."""
        return str(self.dimension or Dimension.CATEGORY)


@click.command()
@click.option("--from", "first", type=DAY, required=True, help="First day, included.")
@click.option("--to", "last", type=DAY, required=True, help="Last day, included.")
@click.option("--measure", type=click.Choice([str(it) for it in Measure]), help="Only this one.")
@click.option(
    "--by",
    "dimension",
    type=click.Choice([str(it) for it in Dimension]),
    help="Rows of the table.",
)
@click.option("--as-of", type=Moment(), help="As known then; a day means its end.")
@click.option("--lang", type=click.Choice(LOCALES), default="fr", show_default=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "xlsx", "pdf", "dhis2"]),
    default="table",
    show_default=True,
)
@click.option("--release", is_flag=True, help="As it may leave the unit: small numbers masked.")
@click.option("--hxl", is_flag=True, help="CSV by sex and age with a row of HXL hashtags.")
@click.option(
    "--mapping",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What our figures are called in DHIS2: JSON or CSV.",
)
@click.option("-o", "output", type=click.Path(dir_okay=False, path_type=Path), help="A file.")
@click.option("--as", "email", metavar="EMAIL", help="Act as this account.")
@with_appcontext
def figures(  # noqa: PLR0913 - one argument an option, as click hands them over
    *,
    first: datetime,
    last: datetime,
    measure: str | None,
    dimension: str | None,
    as_of: datetime | None,
    lang: str,
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
    A file for DHIS2 always goes as with --release.
    """
    asked = Asked(
        measures=[Measure(measure)] if measure else [*Measure],
        dimension=Dimension(dimension) if dimension else None,
        form=form,
        hxl=hxl,
        mapping=mapping,
    )
    _refuse(asked, first, last, output)
    if release and asked.dimension is not None and asked.dimension not in RELEASED:
        raise click.BadParameter("not set out for outside", param_hint="--by")
    try:
        see_one_moment(db.session())
        actor = command_actor(email)
        found = gate.release(
            scope=Scope(window=Window(first.date(), last.date()), as_of=as_of),
            audience=Audience.OUTSIDE if release or form == "dhis2" else Audience.INSIDE,
            actor=actor,
        )
    except LmsError as error:
        raise click.ClickException(f"{type(error).__name__}: {error}") from error
    with force_locale(lang):
        content = _content(found, asked, _origin(actor))
        _say_beside(found, _origin(actor))
    if output is None:
        click.echo(content, nl=False)
    else:
        write_whole(output, [content])


def _refuse(asked: Asked, first: datetime, last: datetime, output: Path | None) -> None:
    """Stop with a sentence where the options do not go together."""
    if last < first:
        raise click.BadParameter("it cannot be before --from", param_hint="--to")
    if asked.form in FILES and output is None:
        raise click.BadParameter("a workbook or a page needs a file", param_hint="-o")
    if asked.form == "dhis2" and asked.mapping is None:
        raise click.BadParameter("a file for DHIS2 needs one", param_hint="--mapping")
    if asked.hxl and (asked.form != "csv" or asked.dimension):
        raise click.BadParameter("it goes with --format csv, without --by", param_hint="--hxl")


def _say_beside(release: Release, origin: Origin) -> None:
    """Say beside the answer, whose form is fixed, what its reader must know."""
    if origin.is_sample:
        click.echo(exports.notes(release, origin)[0], err=True)
    if release.is_widened:
        window = release.reading.scope.window
        click.echo(f"Widened to whole months: {window.first} to {window.last}.", err=True)
    for said in exports.doubts(release):
        click.echo(said, err=True)


def _content(release: Release, asked: Asked, origin: Origin) -> bytes:
    if asked.form in OF_SOMEBODY and not exports.has_anything(release):
        window = release.reading.scope.window
        raise click.ClickException(
            f"Nothing was counted from {window.first} to {window.last}: no file is made."
        )
    entries = _entries(release, asked)
    match asked.form:
        case "xlsx":
            return exports.workbook(release, origin)
        case "pdf":
            return exports.pdf(release, origin, profile())
        case "dhis2":
            return _data_value_set(release, asked, origin)
        case "json":
            return exports.as_json(release, entries, origin, row=asked.row)
        case "csv":
            lines = [(asked.row, *CSV_COLUMNS[1:]), *(it.cells for it in entries)]
            return write_csv(exports.whole_file(release, origin, hxl=True) if asked.hxl else lines)
    return _text(entries)


def _data_value_set(release: Release, asked: Asked, origin: Origin) -> bytes:
    if asked.mapping is None:  # refused before
        raise ValueError("no mapping")
    try:
        mapping = exports.read_mapping(asked.mapping.read_bytes())
        return exports.data_value_set(release, mapping, origin)
    except BadMapping as error:
        raise click.ClickException(error.sentence) from error


def _entries(release: Release, asked: Asked) -> list[Entry]:
    counted = [it for it in COUNTED if it in asked.measures]
    found = list(exports.entries(release, asked.dimension, counted))
    if Measure.INDICATOR in asked.measures:
        found += exports.indicator_entries(queries.indicators(release.reading.scope.window))
    return found


def _text(entries: list[Entry]) -> bytes:
    """Return the entries as a table for a terminal, a paragraph a measure."""
    width = max((len(it.label) for it in entries), default=0)
    lines: list[str] = []
    before: Measure | None = None
    for it in entries:
        if it.measure is not before:
            lines += [*([""] if lines else []), str(labels.MEASURES[it.measure])]
            before = it.measure
        lines.append(f"  {it.label:<{width}}  {_said(it):>10}")
    return "".join(f"{line}\n" for line in lines).encode()


def _said(entry: Entry) -> str:
    return entry.cell.mark if entry.cell.count is None else labels.count(entry.cell.count)


def _origin(actor: Actor) -> Origin:
    who = f"{actor.kind} {actor.id or ''}".strip()
    return Origin(by=who, now=clock.now(), is_sample=profile().is_sample)
