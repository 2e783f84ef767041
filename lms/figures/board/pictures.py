"""The three pictures of the dashboard, each with its table."""

from dataclasses import dataclass

from flask_babel import gettext as _
from markupsafe import Markup

from lms.figures import labels
from lms.figures.board.grid import grid
from lms.figures.board.words import NO_SHARE, amount, share, told
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import Line, LineKind
from lms.figures.counting.values import Column, Count
from lms.figures.totals import Reading
from lms.lib.charts.amounts import Words
from lms.lib.charts.bars import Bar, bars
from lms.lib.charts.tiles import Tile, tiles

LOOKS = {LineKind.OVERLAP: "overlap", LineKind.TOTAL: "total"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table behind a picture; ``look`` is its class."""

    label: str
    look: str
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture and its table."""

    picture: Markup
    rows: list[Row]


def women(line: Line) -> int:
    """Return how many of a line are women or girls."""
    return line.cells[Column.WOMEN].value + line.cells[Column.GIRLS].value


def categories(reading: Reading, measure: Measure) -> Drawn:
    """Return the categories with the share of women and girls, one decimal in the table."""
    names = labels.names(reading)
    lines = [it for it in reading.table(measure).lines if it.depth == 0 and it.total.value]
    rows = [it for it in lines if it.kind is LineKind.ROW]
    said = Words(
        "categories",
        str(labels.MEASURES[measure]),
        told((names.row(it.code), it.total.value) for it in rows),
    )
    return Drawn(
        picture=bars(
            said,
            [Bar(names.row(it.code), amount(it.total), women(it)) for it in rows],
            part_label=_("of whom women and girls"),
        ),
        rows=[
            _row(it, labels.line(it, names, measure, Dimension.CATEGORY), with_share=True)
            for it in lines
        ],
    )


def regions(reading: Reading, measure: Measure) -> Drawn:
    """Return the regions as a map of tiles; a region without a place stands in the table only."""
    names = labels.names(reading)
    table = reading.table(measure, Dimension.REGION)
    counted = {it.code: it.total for it in table.lines if it.kind is LineKind.ROW}
    known = {it.name_fr: it for it in reading.regions.values()}
    held = {name for name, it in known.items() if counted.get(it.code, Count()).value}
    areas = [
        Tile(
            column=column,
            row=row,
            span=span,
            code=known[name].code.rpartition(":")[2],
            name=labels.region(known[name]),
            amount=amount(counted.get(known[name].code, Count())),
        )
        for name, (column, row, span) in grid(held).items()
        if name in known
    ]
    said = Words("regions", _("By region"), told((it.name, it.amount.value) for it in areas))
    lines = [it for it in table.lines if it.depth == 0 and it.total.value]
    return Drawn(
        picture=tiles(said, areas),
        rows=[_row(it, labels.line(it, names, measure, Dimension.REGION)) for it in lines],
    )


def _row(line: Line, label: str, *, with_share: bool = False) -> Row:
    cells = [labels.cell(line.total)]
    if with_share:
        whole = line.kind is not LineKind.OVERLAP
        cells += [
            labels.cell(Count(women(line))),
            share(women(line), line.total) if whole else NO_SHARE,
        ]
    return Row(label, LOOKS.get(line.kind, ""), cells)
