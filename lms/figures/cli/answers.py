"""What the command that prints totals answers, in each of its forms."""

from collections.abc import Sequence
from itertools import groupby

import click
from flask_babel import gettext as _

from lms.figures import exports, labels, queries
from lms.figures.cli.options import Asked
from lms.figures.counting.questions import Measure
from lms.figures.counting.values import Count
from lms.figures.exports import COUNTED, CSV_COLUMNS, BadMapping, Entry, Origin, pivots
from lms.figures.release.gate import Release
from lms.i18n import day
from lms.lib.sheets.cells import Cell
from lms.lib.sheets.writing import Table, write_csv
from lms.unit.queries import profile

OF_SOMEBODY = ("xlsx", "pdf", "dhis2")
"""Forms that are not made of nothing."""


def content(release: Release, asked: Asked, origin: Origin) -> bytes:
    """Return the answer in the form that is asked for."""
    if asked.form in OF_SOMEBODY and not exports.has_anything(release):
        window = release.reading.scope.window
        raise click.ClickException(
            _(
                "Nothing was counted from %(first)s to %(last)s: no file is made.",
                first=day(window.first),
                last=day(window.last),
            )
        )
    return (_in_rows if asked.across is None else _crossed)(release, asked, origin)


def say_beside(release: Release, origin: Origin) -> None:
    """Say beside the answer, whose form is fixed, what its reader must know."""
    if origin.is_sample:
        click.echo(exports.notes(release, origin)[0], err=True)
    if release.is_widened:
        window = release.reading.scope.window
        widened = _(
            "Widened to whole months: %(first)s to %(last)s.",
            first=day(window.first),
            last=day(window.last),
        )
        click.echo(widened, err=True)
    for said in exports.doubts(release):
        click.echo(said, err=True)


def _in_rows(release: Release, asked: Asked, origin: Origin) -> bytes:
    match asked.form:
        case "xlsx":
            return exports.workbook(release, origin)
        case "pdf":
            return exports.pdf(release, origin, profile())
        case "dhis2":
            return _data_value_set(release, asked, origin)
        case "json":
            entries = _entries(release, asked)
            return exports.as_json(release, entries, origin, row=asked.row)
        case "csv":
            return write_csv(_lines(release, asked, origin))
    return _text(_entries(release, asked))


def _crossed(release: Release, asked: Asked, origin: Origin) -> bytes:
    """Return the rows of one dimension along another; for programs a line a number."""
    questions, column = asked.questions(release.reading.scope), str(asked.across)
    if asked.form == "xlsx":
        return pivots.workbook(release, origin, questions)
    if asked.form == "table":
        return "\n".join(_set_out(pivots.table(release, it)) for it in questions).encode()
    entries = [line for it in questions for line in pivots.crossings(release, it)]
    if asked.form == "json":
        return exports.as_json(release, entries, origin, row=asked.row, column=column)
    lines = [(it.row, it.column, *it.cells[1:]) for it in entries]
    return write_csv([(asked.row, column, *CSV_COLUMNS[1:]), *lines])


def _set_out(table: Table) -> str:
    """Return a table for a terminal, its numbers below one another."""
    rows = [[*table.header], *([_said(it) for it in row] for row in table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [str(table.title)]
    for head, *cells, remark in rows:
        numbers = [f"{it:>{width}}" for it, width in zip(cells, widths[1:], strict=False)]
        lines.append("  ".join([f"  {head:<{widths[0]}}", *numbers, remark]).rstrip())
    return "".join(f"{line}\n" for line in lines)


def _said(cell: Cell) -> str:
    return labels.cell(Count(cell)) if isinstance(cell, int) else str(cell or "")


def _data_value_set(release: Release, asked: Asked, origin: Origin) -> bytes:
    if asked.mapping is None:  # refused before
        raise ValueError("no mapping")
    try:
        mapping = exports.read_mapping(asked.mapping.read_bytes())
        return exports.data_value_set(release, mapping, origin)
    except BadMapping as error:
        raise click.ClickException(error.sentence) from error


def _lines(release: Release, asked: Asked, origin: Origin) -> Sequence[Sequence[Cell]]:
    if asked.hxl:
        return exports.whole_file(release, origin, hxl=True)
    return [(asked.row, *CSV_COLUMNS[1:]), *(it.cells for it in _entries(release, asked))]


def _entries(release: Release, asked: Asked) -> list[Entry]:
    counted = [it for it in COUNTED if it in asked.measures]
    found = list(exports.entries(release, asked.dimension, counted))
    if Measure.INDICATOR in asked.measures:
        found += exports.indicator_entries(queries.indicators(release.reading.scope.window))
    return found


def _text(entries: list[Entry]) -> bytes:
    """Return the entries as a table for a terminal, a paragraph a measure."""
    width = max((len(it.label) for it in entries), default=0)
    paragraphs = []
    for measure, lines in groupby(entries, key=lambda it: it.measure):
        numbers = [f"  {it.label:<{width}}  {_number(it):>10}\n" for it in lines]
        paragraphs.append("".join([f"{labels.MEASURES[measure]}\n", *numbers]))
    return "\n".join(paragraphs).encode()


def _number(entry: Entry) -> str:
    return entry.cell.mark if entry.cell.count is None else labels.count(entry.cell.count)
