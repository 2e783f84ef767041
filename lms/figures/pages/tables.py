"""A table of figures as the page shows it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from lms.figures import labels
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import Line, LineKind, Table
from lms.figures.counting.values import Column, Count
from lms.figures.release.cells import ReleasedLine
from lms.figures.totals import Reading

Link = Callable[[Line, Column | None], str]
ALWAYS = (Column.MEN, Column.WOMEN, Column.ADULTS_UNSPECIFIED, Column.BOYS, Column.GIRLS)


@dataclass(frozen=True, slots=True)
class Cell:
    """One number; ``href`` leads to what is behind it, ``zero`` is set back."""

    text: str
    href: str = ""
    zero: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line as shown; ``look`` names its classes."""

    label: str
    look: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as shown, with the rows nobody stands in named below it."""

    caption: str
    columns: list[dict[str, object]]
    rows: list[Row]
    nobody: str
    ties_out: bool
    tie_out: str
    ranges: list[str]
    """Lines of which some are to be checked, each with its bounds."""


def show(
    reading: Reading,
    measure: Measure,
    dimension: Dimension = Dimension.CATEGORY,
    *,
    link: Link | None = None,
) -> Shown:
    """Return the table of a measure; ``link`` gives the address behind a number, or none."""
    table, names = reading.table(measure, dimension), labels.names(reading)
    columns = columns_of(table)
    idle = {it.code for it in reading.categories if not it.active}
    empty = [line for line in table.lines if line.depth == 0 and is_empty(line)]
    return Shown(
        caption=str(labels.MEASURES[measure]),
        columns=[{"label": str(labels.DIMENSIONS[dimension])}, *_heads(columns)],
        rows=[
            Row(
                label=labels.line(line, names, measure, dimension),
                look=look(line),
                cells=_cells(line, columns, link),
            )
            for line in table.lines
            if not (is_empty(line) and (line.depth == 0 or line.code in idle))
        ],
        nobody=labels.listed(names.row(it.code) for it in empty if it.code not in idle)
        if table.total.total.value
        else "",
        ties_out=table.ties_out,
        tie_out=_tie_out(table, columns),
        ranges=ranges(reading, measure, dimension),
    )


def ranges(
    reading: Reading, measure: Measure, dimension: Dimension = Dimension.CATEGORY
) -> list[str]:
    """Return of each line with people to be checked what it is and its bounds."""
    names = labels.names(reading)
    found = (
        (labels.line(it, names, measure, dimension), reading.range(measure, it, dimension))
        for it in reading.table(measure, dimension).lines
    )
    return [
        _("%(line)s: %(range)s", line=name, range=labels.to_check(range_))
        for name, range_ in found
        if range_ is not None
    ]


def columns_of(table: Table) -> list[Column]:
    """Return the columns to show: minors of unknown sex only where there are any."""
    return [it for it in Column if it in ALWAYS or table.total.cells[it].value]


def _heads(columns: Iterable[Column]) -> list[dict[str, object]]:
    short = {Column.ADULTS_UNSPECIFIED: _("n.s."), Column.MINORS_UNSPECIFIED: _("minors n.s.")}
    heads: list[dict[str, object]] = [
        {
            "label": short.get(it, str(labels.COLUMNS[it])),
            "full": str(labels.COLUMNS[it]) if it in short else "",
            "number": True,
        }
        for it in columns
    ]
    return [*heads, {"label": _("Total"), "number": True}]


def _cells(line: Line, columns: Iterable[Column], link: Link | None) -> list[Cell]:
    def cell(count: Count, column: Column | None) -> Cell:
        href = link(line, column) if link and count.value else ""
        return Cell(labels.cell(count), href, zero=not count.value)

    return [*(cell(line.cells[it], it) for it in columns), cell(line.total, None)]


def is_empty(line: Line) -> bool:
    """Tell whether nobody stands in a row."""
    return line.kind is LineKind.ROW and not line.total.value


def look(line: Line | ReleasedLine) -> str:
    """Return the classes of a line; a part of a part is set like a part."""
    inside = "child" if line.depth else ""
    match line.kind:
        case LineKind.ROW | LineKind.UNSPECIFIED:
            return inside or "group"
        case LineKind.OVERLAP:
            return f"{inside} overlap".strip()
        case LineKind.TOTAL:
            return "total"


def _tie_out(table: Table, columns: Iterable[Column]) -> str:
    """Return the sum by which the total is proved: lines on one side, columns on the other."""
    total = labels.count(table.total.total)
    parts = " + ".join(labels.count(table.total.cells[it]) for it in columns)
    if any(line.kind is LineKind.OVERLAP for line in table.lines):
        return _("lines − overlap = %(total)s = %(parts)s", total=total, parts=parts)
    return _("lines = %(total)s = %(parts)s", total=total, parts=parts)
