"""The command that prints totals: parse, read, answer on standard output."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from pathlib import Path

import click
from flask.cli import with_appcontext
from flask_babel import force_locale

from lms import clock
from lms.accounts.actors import Actor
from lms.accounts.current import command_actor
from lms.errors import LmsError
from lms.figures import exports, labels, queries, totals
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.exports import COUNTED, CSV_COLUMNS, Entry, Origin
from lms.figures.totals import Reading
from lms.i18n import LOCALES
from lms.lib.sheets.writing import write_csv
from lms.unit.queries import profile

DAY = click.DateTime(["%Y-%m-%d"])
DAY_ONLY = 10  # letters of 2015-08-03


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
    type=click.Choice(["table", "json", "csv", "xlsx"]),
    default="table",
    show_default=True,
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
    output: Path | None,
    email: str | None,
) -> None:
    """Print totals of a period, both days included.

    Without --by, a line a top-level category and measure. A row in which nobody stands is left
    out, an overlap of zero too; the total of a measure is always there, indicators have none.
    """
    if last < first:
        raise click.BadParameter("it cannot be before --from", param_hint="--to")
    if form == "xlsx" and output is None:
        raise click.BadParameter("a workbook needs a file", param_hint="-o")
    try:
        actor = command_actor(email)
        scope = Scope(window=Window(first.date(), last.date()), as_of=as_of)
        reading = totals.read(scope=scope, actor=actor)
    except LmsError as error:
        raise click.ClickException(f"{type(error).__name__}: {error}") from error
    asked = Asked(
        measures=[Measure(measure)] if measure else [*Measure],
        dimension=Dimension(dimension) if dimension else None,
        form=form,
    )
    with force_locale(lang):
        content = _content(reading, asked, actor)
        if profile().is_sample:
            # Beside the answer: its form is fixed, and other programs read it.
            click.echo(exports.notes(reading, _origin(actor))[0], err=True)
        for said in exports.doubts(reading):
            click.echo(said, err=True)
    if output is None:
        click.echo(content, nl=False)
    else:
        output.write_bytes(content)


def _content(reading: Reading, asked: Asked, actor: Actor) -> bytes:
    if asked.form == "xlsx":
        return exports.workbook(reading, _origin(actor))
    entries = _entries(reading, asked)
    if asked.form == "json":
        return _json(reading, entries, asked.row)
    if asked.form == "csv":
        return write_csv([(asked.row, *CSV_COLUMNS[1:]), *(it.cells for it in entries)])
    return _text(entries)


def _entries(reading: Reading, asked: Asked) -> list[Entry]:
    counted = [it for it in COUNTED if it in asked.measures]
    found = list(exports.entries(reading, asked.dimension, counted))
    if Measure.INDICATOR in asked.measures:
        found += exports.indicator_entries(queries.indicators(reading.scope.window))
    return found


def _json(reading: Reading, entries: list[Entry], row: str) -> bytes:
    scope = reading.scope
    keys = (row, *CSV_COLUMNS[1:4])
    answer = {
        "from": scope.window.first.isoformat(),
        "to": scope.window.last.isoformat(),
        "as_of": scope.as_of.isoformat() if scope.as_of else None,
        "sample_data": profile().is_sample,
        "figures": [
            dict(zip(keys, it.cells, strict=False)) | {"at_least": it.count.at_least}
            for it in entries
        ],
        "to_check": [
            {"category": key, "measure": str(measure), **asdict(found)}
            for measure, key, found in exports.ranges(reading)
        ],
    }
    return f"{json.dumps(answer, ensure_ascii=False, indent=2)}\n".encode()


def _text(entries: list[Entry]) -> bytes:
    """Return the entries as a table for a terminal, a paragraph a measure."""
    width = max((len(it.label) for it in entries), default=0)
    lines: list[str] = []
    before: Measure | None = None
    for it in entries:
        if it.measure is not before:
            lines += [*([""] if lines else []), str(labels.MEASURES[it.measure])]
            before = it.measure
        lines.append(f"  {it.label:<{width}}  {labels.count(it.count):>10}")
    return "".join(f"{line}\n" for line in lines).encode()


def _origin(actor: Actor) -> Origin:
    who = f"{actor.kind} {actor.id or ''}".strip()
    return Origin(by=who, now=clock.now(), is_sample=profile().is_sample)
